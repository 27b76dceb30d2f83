// What the shells' scripts hand to each other. Only for the check: no shell carries it.

/** How a native call ended; `result` is JSON. */
interface Outcome {
  state: "done" | "cancelled" | "denied" | "failed";
  result: string;
}

/** What a call is about, as the server tells it. `payment` is JSON, what the host's cashier takes. */
interface Task {
  kind: string;
  arguments: { title?: string; link?: string; picture?: string; templates?: string[] };
  payment: string;
}

/** What a button of the host's tells; a code, where the host gives one. */
interface TapEvent {
  detail: { code?: string; errMsg?: string };
}

type End = (outcome: Outcome) => void;
type Calls = Record<string, (task: Task, end: End, event: TapEvent | null) => void>;

type State =
  | "acting"
  | "asking"
  | "privacy"
  | "denied"
  | "failed"
  | "sending"
  | "unsent"
  | "shared"
  | "unreachable";

interface Screen {
  setData(data: Record<string, unknown>): void;
}

type Texts = Record<string, string>;
type Words = Record<string, { title: string; hint: string; button: string }>;

/** config.js: the settings of shell.toml, and what the generator adds. */
interface Config {
  host: string;
  page: string;
  name: string;
  /** Ids of messages, by the names that the page has for them. */
  templates: Record<string, string>;
  /** What each call needs, and why, in both languages. */
  permissions: Record<string, string>;
  reasons: Record<string, Record<"en" | "zh", string>>;
  /** The calls that the host does only after a tap. */
  taps: string[];
  protocol: number;
  build: string;
}
