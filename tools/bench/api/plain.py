"""What a person would write instead: Flask, Jinja and SQLAlchemy, by hand, on the same tables.

It keeps the same promises about places: never more than there are, and one sign-up a person. It
has no idempotency keys, no sessions that can be ended, no signed ticket codes, no other language.
"""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime

from flask import Flask, Response, abort, jsonify, render_template_string, request, session
from sqlalchemy import create_engine, select, update
from sqlalchemy.orm import Session

from backend.models import Event, SignUp, TicketKind, User

app = Flask(__name__)
app.secret_key = "of a benchmark"
engine = create_engine(os.environ["DATABASE_URL"], pool_size=4)

PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ event.title }}</title>
<link rel="stylesheet" href="/static/app.css">
<script defer src="/static/app.js"></script>
</head>
<body>
<header><nav><a href="/">Events</a> <a href="/tickets">My tickets</a>
<a href="/organise">Organise</a></nav></header>
<main>
<h1>{{ event.title }}</h1>
<section class="panel">
<dl>
<dt>When</dt><dd>{{ starts.strftime("%A, %B %d, %Y, %H:%M") }} to {{ ends.strftime("%H:%M") }}</dd>
<dt>Where</dt><dd>{{ event.place }}</dd>
<dt>Places</dt><dd>{{ left }} of {{ event.capacity }} left</dd>
</dl>
{% if kinds %}
<ul>
{% for kind in kinds %}<li>{{ kind.name }} <small>{{ kind.price / 100 }}</small></li>{% endfor %}
</ul>
{% endif %}
<p class="organiser">Organised by {{ event.owner.name }}</p>
</section>
<section class="text">
{% for part in event.description.split("\\n\\n") %}<p>{{ part }}</p>{% endfor %}
</section>
<button>Share</button>
{% if left %}<a class="button" href="/events/{{ event.id }}/sign-up">Sign up</a>{% endif %}
</main>
</body>
</html>
"""


@app.get("/events/<int:id>")
def event(id: int) -> str:
    """Show an event."""
    with Session(engine) as db:
        found = db.get(Event, id) or abort(404)
        kinds = db.scalars(
            select(TicketKind).where(TicketKind.event_id == id).order_by(TicketKind.position)
        ).all()
        return render_template_string(
            PAGE,
            event=found,
            kinds=kinds,
            left=found.capacity - found.taken,
            starts=datetime.fromisoformat(found.starts_local),
            ends=datetime.fromisoformat(found.ends_local),
        )


@app.post("/api/events/<int:id>/sign-ups")
def sign_up(id: int) -> tuple[Response, int]:
    """Take a place."""
    form = request.get_json()
    name, seats = str(form.get("name", "")).strip(), int(form.get("seats", 1))
    if not 0 < len(name) <= 40:
        return jsonify(code="invalid"), 422
    now = datetime.now(UTC)
    with Session(engine) as db, db.begin():
        # The first statement is one that writes: SQLite lets no reader become a writer.
        user = db.get(User, session["user"]) if "user" in session else None
        if user is None:
            user = User(name="", guest=True, created_at=now)
            db.add(user)
            db.flush()
            session["user"] = user.id
        found = db.get(Event, id) or abort(404)
        if found.ends_at <= now or found.cancelled_at is not None:
            return jsonify(code="over"), 409
        if not 0 < seats <= found.most_seats:
            return jsonify(code="invalid"), 422
        mine = select(SignUp.code).where(SignUp.holder_id == user.id, SignUp.event_id == id)
        if db.scalar(mine) is not None:
            return jsonify(code="already_signed_up"), 409
        taken = update(Event).where(Event.id == id, Event.taken + seats <= Event.capacity)
        if db.connection().execute(taken.values(taken=Event.taken + seats)).rowcount == 0:
            return jsonify(code="full"), 409
        code = secrets.token_hex(8)
        db.add(
            SignUp(
                event_id=id,
                user=user,
                holder_id=user.id,
                name=name,
                seats=seats,
                answers=form.get("answers", {}),
                status="confirmed",
                code=code,
                created_at=now,
            )
        )
    return jsonify(ticket=code, status="confirmed", seats=seats), 201
