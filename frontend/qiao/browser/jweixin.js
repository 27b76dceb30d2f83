// WeChat's script for pages, from our own server: npm's repack of it sets no global by itself.

import wx from "weixin-js-sdk";

globalThis.wx = globalThis.jWeixin = wx;
