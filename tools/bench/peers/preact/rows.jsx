// The table as components: keyed rows that render again only when theirs changed.

import { Component, hydrate } from "preact";
import { label } from "../words.js";

let next = 1;

function make(count) {
  return Array.from({ length: count }, () => ({ id: next++, label: label() }));
}

class Row extends Component {
  shouldComponentUpdate({ row, chosen }) {
    return row !== this.props.row || chosen !== this.props.chosen;
  }

  render({ row, chosen, choose, remove }) {
    return (
      <tr class={chosen ? "chosen" : ""}>
        <td class="id">{row.id}</td>
        <td class="label"><a onClick={() => choose(row.id)}>{row.label}</a></td>
        <td><a class="remove" onClick={() => remove(row.id)}>×</a></td>
      </tr>
    );
  }
}

class Table extends Component {
  state = { rows: [], chosen: 0 };

  create = () => this.setState({ rows: make(1000), chosen: 0 });
  append = () => this.setState(({ rows }) => ({ rows: [...rows, ...make(1000)] }));
  clear = () => this.setState({ rows: [], chosen: 0 });
  choose = (id) => this.setState({ chosen: id });
  remove = (id) => this.setState(({ rows }) => ({ rows: rows.filter((row) => row.id !== id) }));

  update = () =>
    this.setState(({ rows }) => ({
      rows: rows.map((row, at) => (at % 10 ? row : { id: row.id, label: row.label + " !!!" })),
    }));

  swap = () =>
    this.setState(({ rows }) => {
      if (rows.length < 999) return null;
      const swapped = rows.slice();
      [swapped[1], swapped[998]] = [rows[998], rows[1]];
      return { rows: swapped };
    });

  render(_, { rows, chosen }) {
    return (
      <>
        <div>
          <button type="button" id="create" onClick={this.create}>Create 1,000</button>
          <button type="button" id="append" onClick={this.append}>Append 1,000</button>
          <button type="button" id="update" onClick={this.update}>Update every 10th</button>
          <button type="button" id="swap" onClick={this.swap}>Swap two</button>
          <button type="button" id="clear" onClick={this.clear}>Clear</button>
        </div>
        <table>
          <tbody id="rows">
            {rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                chosen={row.id === chosen}
                choose={this.choose}
                remove={this.remove}
              />
            ))}
          </tbody>
        </table>
      </>
    );
  }
}

hydrate(<Table />, document.getElementById("root"));
performance.mark("hydrated");
