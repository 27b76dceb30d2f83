"""Takes out of a page's Python what only type checkers and readers need.

Annotations, docstrings, `if TYPE_CHECKING`, overloads, casts, type variables, generic bases, and
imports that served only those. They would cost a fifth of the compiled code, and the page has no
`typing`. The text is edited in place, so tracebacks keep their lines and columns.

The catch, told as an error where it matters: `__doc__` and `__annotations__` don't exist in the
page, and a name of `typing` can't be used at run time.
"""

import ast
from collections.abc import Callable, Iterator

from compiler.dataclass_fields import told_fields
from compiler.edits import Text
from compiler.errors import SourceError
from compiler.substitutes import INSTEAD_OF_TYPES
from compiler.syntax import (
    Block,
    blocks,
    bound,
    exported,
    is_type_checking,
    last_name,
    names_in_text,
)
from compiler.unsupported import parsed

# Modules whose names mean something to type checkers only.
TYPE_MODULES = frozenset({"typing", "typing_extensions", "collections.abc", "types", "__future__"})
ABSENT_ATTRIBUTES = frozenset({"__doc__", "__annotations__", "__annotate__"})


class Erasure:
    """One module's text without types; `type_names` are those that other modules can't import."""

    def __init__(
        self, source: str, file: str, is_type_name: Callable[[str, str], bool] = lambda m, n: False
    ) -> None:
        self.tree = parsed(source, file)
        self.file = file
        self.type_names: set[str] = set()
        self._is_type_name = is_type_name
        self._text = Text(source)
        self._gone: set[ast.AST] = set()
        self._annotated: set[str] = set()  # names that annotations mention
        self._find_type_names()
        self._fields = told_fields(self.tree, file)
        for block in blocks(self.tree):
            self._erase_block(block)
        for node in ast.walk(self.tree):
            self._erase_in(node)
        self._used = {
            node.id for node in self._kept(self.tree) if isinstance(node, ast.Name)
        } | exported(self.tree)
        self._erase_imports()
        self.source = self._text.result()
        self._check_kept_names()

    # -- which names are types only

    def _find_type_names(self) -> None:
        for_checkers: set[ast.AST] = set()
        at_run_time: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.If) and is_type_checking(node.test):
                for statement in node.body:
                    for_checkers.add(statement)
                    self.type_names |= bound(statement)
                for statement in node.orelse:
                    at_run_time |= bound(statement)
            elif isinstance(node, ast.ImportFrom) and node not in for_checkers:
                for alias in node.names:
                    module, name = node.module or "", alias.asname or alias.name
                    if module in TYPE_MODULES or self._is_type_name(module, alias.name):
                        self.type_names.add(name)
                    else:
                        at_run_time.add(name)
        self.type_names -= at_run_time
        for statement in self.tree.body:
            if self._is_alias(statement):
                self.type_names |= bound(statement)

    def _is_alias(self, statement: ast.stmt) -> bool:
        """Tell `T = TypeVar("T")` and `Handler = Callable[..., None]` from other assignments."""
        if isinstance(statement, ast.AnnAssign):
            return last_name(statement.annotation) == "TypeAlias"
        if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
            return False
        value = statement.value
        if isinstance(value, ast.Call):
            return last_name(value.func) in self.type_names and last_name(value.func) != "cast"
        type_like = (ast.Name, ast.Attribute, ast.Subscript, ast.BinOp, ast.BitOr, ast.Constant)
        parts = list(ast.walk(value))
        return (
            isinstance(value, ast.Name | ast.Subscript | ast.BinOp)
            and all(isinstance(p, (*type_like, ast.Tuple, ast.List, ast.Load)) for p in parts)
            and any(isinstance(p, ast.Name) and p.id in self.type_names for p in parts)
        )

    # -- statements

    def _erase_block(self, block: Block) -> None:
        gone = [s for i, s in enumerate(block) if self._is_type_statement(s, i == 0)]
        for number, statement in enumerate(gone):
            self._gone.add(statement)
            start = self._text.start(statement)
            decorators = getattr(statement, "decorator_list", [])
            if decorators:
                start = self._text.source.rindex("@", 0, self._text.start(decorators[0]))
            leave_pass = number == 0 and len(gone) == len(block) and block is not self.tree.body
            if statement in self._fields:
                self._text.put_statement(start, self._text.end(statement), self._fields[statement])
            else:
                self._text.blank_statement(start, self._text.end(statement), leave_pass)
            self._note_names(statement)

    def _is_type_statement(self, statement: ast.stmt, first: bool) -> bool:
        match statement:
            case ast.Expr(value=ast.Constant(value=str())):
                return True  # a docstring, or a string that nobody can see
            case ast.AnnAssign(value=None):
                return True
            case ast.If(orelse=[]):
                return is_type_checking(statement.test)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return any(last_name(d) == "overload" for d in statement.decorator_list)
            case ast.Assign() | ast.AnnAssign():
                return statement in self.tree.body and self._is_alias(statement)
        return False

    # -- inside statements

    def _erase_in(self, node: ast.AST) -> None:
        match node:
            case ast.arg(annotation=ast.expr() as annotation):
                name_end = self._text.start(node) + len(node.arg)
                self._drop(name_end, self._text.end(node), annotation)
            case (
                ast.FunctionDef(returns=ast.expr() as result)
                | ast.AsyncFunctionDef(returns=ast.expr() as result)
            ):
                arrow = self._text.source.rindex("->", 0, self._text.start(result))
                self._drop(arrow, self._closed_end(arrow, result), result)
            case ast.AnnAssign(value=ast.expr()):
                if node in self._fields:
                    end = self._text.end(node)
                    self._text.replace(end, end, "; " + self._fields[node])
                colon = self._text.source.index(":", self._text.end(node.target))
                self._drop(colon, self._closed_end(colon, node.annotation), node.annotation)
            case ast.If(test=test) if is_type_checking(test) and node.orelse:
                self._erase_first_branch(node)
            case ast.ClassDef():
                for base in node.bases:
                    self._erase_base(base)
            case ast.Call(func=func, args=[kind, value]) if self._is_cast(func):
                self._text.blank(self._text.start(func), self._text.end(func))
                self._drop(self._text.start(kind), self._text.start(value), kind)
                self._gone.add(func)

    def _erase_first_branch(self, node: ast.If) -> None:
        """Of `if TYPE_CHECKING: … else: …` the second branch is the page's."""
        start, end = self._text.start(node.test), self._text.end(node.test)
        self._text.replace(start, end, "False".ljust(end - start))
        self._gone.update((node.test, *node.body))
        for number, statement in enumerate(node.body):
            start, end = self._text.start(statement), self._text.end(statement)
            self._text.blank_statement(start, end, leave_pass=number == 0)

    def _is_cast(self, func: ast.expr) -> bool:
        return last_name(func) == "cast" and "cast" in self.type_names

    def _erase_base(self, base: ast.expr) -> None:
        """`Generic[T]` and `Protocol` go; of `Field[str]` the brackets go."""
        bare = base.value if isinstance(base, ast.Subscript) else base
        end = self._text.end(base)
        if last_name(bare) in {"Generic", "Protocol"} and last_name(bare) in self.type_names:
            rest = self._text.source[end:]
            comma = len(rest) - len(rest.lstrip())
            self._drop(self._text.start(base), end + comma + 1 if rest[comma] == "," else end, base)
        elif bare is not base and isinstance(base, ast.Subscript):
            self._drop(self._text.end(bare), end, base.slice)

    def _drop(self, start: int, end: int, node: ast.AST) -> None:
        self._text.blank(start, end)
        self._gone.add(node)
        self._note_names(node)

    def _closed_end(self, start: int, node: ast.expr) -> int:
        """Return where an annotation ends, with the parentheses round it, if any."""
        source, end = self._text.source, self._text.end(node)
        for _ in range(source.count("(", start, self._text.start(node))):
            end = source.index(")", end) + 1
        return end

    def _note_names(self, node: ast.AST) -> None:
        for part in ast.walk(node):
            if isinstance(part, ast.Name):
                self._annotated.add(part.id)
            elif isinstance(part, ast.Constant) and isinstance(part.value, str):
                self._annotated |= names_in_text(part.value)

    # -- imports

    def _erase_imports(self) -> None:
        for block in blocks(self.tree):
            imports = [s for s in block if isinstance(s, ast.Import | ast.ImportFrom)]
            empty = [s for s in imports if s not in self._gone and not self._trim_import(s)]
            self._gone.update(empty)
            kept = [s for s in block if s not in self._gone]
            for number, statement in enumerate(empty):
                leave_pass = not kept and number == 0 and block is not self.tree.body
                start, end = self._text.start(statement), self._text.end(statement)
                self._text.blank_statement(start, end, leave_pass)

    def _trim_import(self, statement: ast.Import | ast.ImportFrom) -> bool:
        """Take out the names that only types use; tell whether any stays."""
        kept = [alias for alias in statement.names if self._is_needed(statement, alias)]
        if kept and len(kept) < len(statement.names):
            start, end = self._text.start(statement), self._text.end(statement)
            names = ", ".join(ast.unparse(alias) for alias in kept)
            assert isinstance(statement, ast.ImportFrom | ast.Import)
            head = "import "
            if isinstance(statement, ast.ImportFrom):
                head = f"from {'.' * statement.level}{statement.module or ''} import "
            lines = self._text.source.count("\n", start, end)
            self._text.replace(start, end, head + names + "\n" * lines)
        return bool(kept)

    def _is_needed(self, statement: ast.Import | ast.ImportFrom, alias: ast.alias) -> bool:
        name = (alias.asname or alias.name).split(".")[0]
        if name in self._used:
            return True
        if name in self.type_names or getattr(statement, "module", None) == "__future__":
            return False
        return alias.asname == alias.name or name not in self._annotated

    # -- checks

    def _kept(self, node: ast.AST) -> Iterator[ast.AST]:
        if node in self._gone:
            return
        yield node
        for child in ast.iter_child_nodes(node):
            yield from self._kept(child)

    def _check_kept_names(self) -> None:
        for node in self._kept(self.tree):
            if isinstance(node, ast.Name) and node.id in self.type_names:
                raise SourceError(
                    self.file,
                    node.lineno,
                    f"{node.id} is there for type checkers only; this uses it at run time",
                    INSTEAD_OF_TYPES.get(node.id, "use it in annotations only"),
                )
            if isinstance(node, ast.Attribute) and node.attr in ABSENT_ATTRIBUTES:
                raise SourceError(
                    self.file,
                    node.lineno,
                    f"{node.attr} does not exist in the page: the build takes it out",
                    "keep such a text or type in an attribute of your own",
                )
