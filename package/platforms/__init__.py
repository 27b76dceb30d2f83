"""The platform table: what differs between the hosts, one row each.

A row holds facts that the platform documents; the pages in `source/` are the same for every row.
"""

from package.platforms.alipay import ALIPAY
from package.platforms.baidu import BAIDU
from package.platforms.douyin import DOUYIN
from package.platforms.kuaishou import KUAISHOU
from package.platforms.platform import Platform as Platform
from package.platforms.qq import QQ
from package.platforms.wechat import WECHAT

PLATFORMS = {row.name: row for row in (WECHAT, ALIPAY, DOUYIN, QQ, KUAISHOU, BAIDU)}
