// The whole event page as components, hydrated over what the server sent.

import { Component, hydrate } from "preact";
import { share, told } from "../share.js";

const CALENDAR =
  "M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z";
const PLACE =
  "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z";
const PERSON = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0";
const TICKET =
  "M4 8a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v2a2 2 0 0 0 0 4v2a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-2a2 2 0 0 0 0-4zM14 6v12";
const BOARD =
  "M9 4h6v3H9zM9 5H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1h-3M9 12h6M9 16h4";
const SHARE = "M12 3v12M8 7l4-4 4 4M5 12v7a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-7";
const BACK = "M15 5l-7 7 7 7";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function day(time) {
  const at = new Date(time + "Z");
  return `${DAYS[at.getUTCDay()]} ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

function span({ starts_at: starts, ends_at: ends }) {
  if (starts.slice(0, 10) === ends.slice(0, 10)) {
    return `${day(starts)} ${starts.slice(11)}–${ends.slice(11)}`;
  }
  return `${day(starts)} ${starts.slice(11)} to ${day(ends)} ${ends.slice(11)}`;
}

function Icon({ drawing }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawing} />
    </svg>
  );
}

function Facts({ event }) {
  return (
    <ul class="facts">
      <li>
        <Icon drawing={CALENDAR} />
        <span>
          {span(event)} <small class="zone">{event.zone}</small>
        </span>
      </li>
      <li>
        <Icon drawing={PLACE} />
        <span>{event.place}</span>
      </li>
    </ul>
  );
}

function placesText({ state, places_left: left }) {
  if (state === "over") return "This event is over.";
  if (state === "full") return "Fully booked";
  return left === 1 ? `${left} place left` : `${left} places left`;
}

function Places({ event }) {
  return (
    <div class={`places ${event.state}`}>
      <Icon drawing={PERSON} />
      <span>{placesText(event)}</span>
      <progress max={event.capacity} value={event.taken} aria-hidden="true" />
    </div>
  );
}

class Share extends Component {
  state = { told: "" };

  pass = async () => {
    const { event } = this.props;
    this.setState({ told: told(await share(event.title, `/events/${event.id}`)) });
  };

  render({ event }, { told }) {
    return (
      <div class="share">
        <button type="button" class="button quiet" onClick={this.pass}>
          <Icon drawing={SHARE} />
          <span>Share</span>
        </button>
        <span role="status">{told && <span>{told}</span>}</span>
      </div>
    );
  }
}

function Action({ event }) {
  if (event.ticket) {
    return <a class="button primary" href={`/tickets/${event.ticket}`}>Show my ticket</a>;
  }
  if (event.state === "over") return <p class="note">This event is over.</p>;
  if (event.state === "full") return <p class="note">All places are taken.</p>;
  return <a class="button primary" href={`/events/${event.id}/sign-up`}>Sign up</a>;
}

const TABS = [
  ["Events", "/", CALENDAR],
  ["Tickets", "/tickets", TICKET],
  ["Organise", "/organise", BOARD],
];

function Page({ event }) {
  const parts = (event.description ?? "").split("\n\n").filter((part) => part.trim());
  return (
    <>
      <a class="skip" href="#main">Skip to the content</a>
      <header class="bar">
        <a class="back" href="/" aria-label="Back"><Icon drawing={BACK} /></a>
        <h1>{event.title}</h1>
      </header>
      <main id="main" class="with-actions">
        <section class="panel">
          <Facts event={event} />
          <Places event={event} />
          <p class="organiser">{`Organised by ${event.organiser}`}</p>
        </section>
        <section class="text">{parts.map((part) => <p>{part.trim()}</p>)}</section>
        <Share event={event} />
        {event.mine && (
          <div class="more"><a href={`/organise/events/${event.id}`}>Run this event</a></div>
        )}
      </main>
      <div class="actions sticky"><Action event={event} /></div>
      <nav class="tabs" aria-label="Main">
        {TABS.map(([name, address, drawing]) => (
          <a href={address} aria-current={name === "Events" ? "page" : undefined}>
            <Icon drawing={drawing} />
            <span>{name}</span>
          </a>
        ))}
      </nav>
    </>
  );
}

const state = JSON.parse(document.getElementById("qiao-data").textContent);
hydrate(<Page event={state.calls[0][1]} />, document.getElementById("root"));
performance.mark("hydrated");
