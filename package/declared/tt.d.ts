// What npm `@douyin-microapp/typings` 1.3.1 leaves out and developer.open-douyin.com documents: 开放
// 接口, 隐私信息授权 (since 3.19.0). Never compared with a client.

import "@douyin-microapp/typings/types/api";

declare module "@douyin-microapp/typings/types/api" {
  export const onNeedPrivacyAuthorization:
    | ((ask: (resolve: (answer: { event: string; buttonId?: string }) => void) => void) => void)
    | undefined;
  export const openPrivacyContract: (options: { success?: () => void; fail?: () => void }) => void;
}
