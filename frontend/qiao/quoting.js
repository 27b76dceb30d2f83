// The page's qiao.quoting. Of the reserved characters of RFC 3986, browsers leave five.

export const quote = (value) =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
