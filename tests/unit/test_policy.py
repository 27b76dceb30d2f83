"""Which scripts a page may run, by the browser that asks for it."""

import pytest

from backend.app import ALIPAY_SCRIPT, POLICY, policy_for


@pytest.mark.parametrize("agent", ["AliApp(AP/10.6.60) MiniProgram", "AlipayClient/10.6.60"])
def test_inside_alipay_its_own_script_may_run(agent):
    assert f"script-src 'self' {ALIPAY_SCRIPT};" in policy_for(agent)


@pytest.mark.parametrize("agent", ["", "Mozilla/5.0", "MicroMessenger/7.0 miniProgram"])
def test_elsewhere_only_ours_may(agent):
    assert policy_for(agent) == POLICY
