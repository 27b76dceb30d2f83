// Pictures as text: `data:` addresses, which page, server and shell hand to each other.

// Characters of base64: with its head and as JSON, it is what the server takes.
const LARGEST = 2999900;

/**
 * The address of a picture in base64.
 * @param {string} data
 */
function address(data) {
  return `data:image/${data.startsWith("iVBORw") ? "png" : "jpeg"};base64,${data}`;
}

/**
 * @param {string} picture its address
 */
function parts(picture) {
  const [head, data = ""] = picture.split(",");
  return { data, type: head.includes("png") ? "png" : "jpg" };
}

module.exports = { LARGEST, address, parts };
