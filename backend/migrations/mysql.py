"""What holds for every table on MySQL and MariaDB, so that no migration has to think of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import DateTime
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql.compiler import DDLCompiler, TypeCompiler


@compiles(CreateTable, "mysql")
def exact_texts(statement: CreateTable, compiler: DDLCompiler, **options: Any) -> str:
    """Every character can be stored, and texts are equal only if they are the same.

    By default `ABC` equals `abc` and `é` equals `e`: two codes would be one, two people the same.
    Even a plain binary order ignores spaces at the end, so it is the one that pads nothing.
    """
    mariadb = getattr(compiler.dialect, "is_mariadb", False)
    collation = "utf8mb4_nopad_bin" if mariadb else "utf8mb4_0900_bin"
    table: str = compiler.visit_create_table(statement, **options)  # type: ignore[no-untyped-call]
    return f"{table.rstrip()} ENGINE=InnoDB CHARACTER SET utf8mb4 COLLATE {collation}\n\n"


@compiles(DateTime, "mysql")
def exact_times(kind: DateTime, compiler: TypeCompiler, **options: Any) -> str:
    """Moments keep their microseconds; by default they are rounded, some into the future."""
    return "DATETIME(6)"
