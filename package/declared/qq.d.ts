// Built from the sources that package/platforms/qq.py names. Which functions QQ has: q.qq.com/wiki (API)
// and npm `@tarojs/taro` 4.2.0 (`@supported … qq`). Pictures are in neither.

declare const qq: Omit<CommonHost, "env" | "saveImageToPhotosAlbum" | "getFileSystemManager">;
