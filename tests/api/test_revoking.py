def sessions(person):
    return person.get("/api/sessions").json["items"]


def test_a_person_sees_where_they_are_signed_in(organiser, person):
    computer = person().log_in("Chen Xiaoyu")
    found = sessions(computer)
    assert [one["current"] for one in found] == [True, False]
    assert "token" not in str(found)


def test_one_of_them_can_be_ended_from_the_other(organiser, person):
    computer = person().log_in("Chen Xiaoyu")
    lost = next(one for one in sessions(computer) if not one["current"])
    answer = computer.post(f"/api/sessions/{lost['id']}/end", {})
    assert (answer.status_code, len(answer.json["items"])) == (201, 1)
    assert organiser.get("/api/me").json["signed_in"] is False


def test_ending_ones_own_is_signing_out(organiser):
    organiser.post(f"/api/sessions/{sessions(organiser)[0]['id']}/end", {})
    assert organiser.get("/api/sessions").status_code == 401


def test_all_others_can_be_ended_at_once(organiser, person):
    computer = person().log_in("Chen Xiaoyu")
    stranger = person().log_in("Ann")
    computer.post("/api/sessions/end-others", {})
    signed_in = [one.get("/api/me").json["signed_in"] for one in (organiser, computer, stranger)]
    assert signed_in == [False, True, True]


def test_nobody_ends_somebody_elses(organiser, person):
    stranger = person().log_in("Ann")
    answer = stranger.post(f"/api/sessions/{sessions(organiser)[0]['id']}/end", {})
    assert (answer.status_code, answer.json["code"]) == (404, "session_not_found")
    assert organiser.get("/api/me").json["signed_in"] is True


def test_one_is_known_by_what_it_was_begun_with(person):
    phone = person()
    phone.browser.environ_base["HTTP_USER_AGENT"] = (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
        "Gecko) Mobile/15E148 MicroMessenger/8.0.42 NetType/WIFI Language/zh_CN miniProgram/wx1"
    )
    (found,) = sessions(phone.log_in("Ann"))
    assert (found["app"], found["system"]) == ("wechat", "iphone")
    assert (found["began_hours"], found["seen_hours"]) == (0, 0)


def test_without_script_one_ends_others_and_signs_out(organiser, person):
    computer = person().log_in("Chen Xiaoyu")
    lost = next(one for one in sessions(computer) if not one["current"])
    page = computer.fill_in("/organise/sessions", session=str(lost["id"]))
    assert (page.status_code, "Ended." in page.text) == (200, True)
    own = sessions(computer)[0]["id"]
    assert computer.fill_in("/organise/sessions", session=str(own)).location == "/"
    assert computer.get("/api/me").json["signed_in"] is False


def test_without_script_all_others_end_at_once(organiser, person):
    computer = person().log_in("Chen Xiaoyu")
    computer.fill_in("/organise/sessions", others="on")
    assert len(sessions(computer)) == 1
