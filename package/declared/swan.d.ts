// Built from github.com/swan-team/swan-docs, develop/api: each function's page. `getLoginCode`: npm
// `@tarojs/plugin-platform-swan` 4.2.0.

declare const swan: Omit<CommonHost, "login"> & {
  getLoginCode(options: Callbacks<{ code?: string }>): void;
};
