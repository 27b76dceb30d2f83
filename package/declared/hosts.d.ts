// What QQ, Kuaishou and Baidu have alike, as far as a shell calls it: names and fields of WeChat's
// early functions, which these hosts took over. Each host's own file says what it was built from, and
// which of these it has; nothing here was compared with a client.

interface Failure {
  errMsg: string;
  errCode?: number;
}

interface Callbacks<Answer> {
  success?: (answer: Answer) => void;
  fail?: (error: Failure) => void;
  complete?: () => void;
}

interface CommonHost {
  env: { USER_DATA_PATH: string };
  request(
    options: Callbacks<{ statusCode: number; data: unknown }> & {
      url: string;
      method: "GET" | "POST";
      data: object;
      header: Record<string, string>;
      dataType: "json";
    },
  ): unknown;
  getSystemInfoSync(): { language: string };
  navigateBack(options: Callbacks<unknown> & { delta?: number }): void;
  reLaunch(options: Callbacks<unknown> & { url: string }): void;
  openSetting(options: Callbacks<unknown>): void;
  showModal(
    options: Callbacks<{ confirm: boolean; cancel: boolean }> & { title: string; content: string },
  ): void;
  getUpdateManager(): { onUpdateReady(ready: () => void): void; applyUpdate(): void };
  login(options: Callbacks<{ code: string }>): void;
  scanCode(options: Callbacks<{ result: string }>): void;
  getLocation(
    options: Callbacks<{ latitude: number; longitude: number; accuracy: number }> & {
      type: "wgs84" | "gcj02";
    },
  ): void;
  saveImageToPhotosAlbum(options: Callbacks<unknown> & { filePath: string }): void;
  getFileSystemManager(): {
    writeFile(
      options: Callbacks<unknown> & { filePath: string; data: string; encoding: "base64" },
    ): void;
  };
}

declare function App(app: { onLaunch(): void }): void;
declare function Page<T extends object>(page: T & ThisType<T & Screen>): void;
declare function getCurrentPages(): unknown[];
