// Built from public typings of Kuaishou's mini games: its documents on mini programs were not at hand.

declare const ks: Pick<
  CommonHost,
  | "request"
  | "login"
  | "getSystemInfoSync"
  | "getUpdateManager"
  | "showModal"
  | "navigateBack"
  | "reLaunch"
  | "openSetting"
>;
