"""The standard `enum` for pages: Enum, IntEnum, StrEnum, auto and unique; no flags."""


class auto:
    """A value that the class chooses: the next number; of a StrEnum, the name in small letters."""

    value = None


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        return _Names()

    def __new__(metacls, name, bases, namespace, **kwds):
        if namespace.twice is not None:
            raise TypeError(f"{namespace.twice!r} is already defined in {name}")
        members = namespace.members
        rest = {key: value for key, value in namespace.items() if key not in members}
        made = super().__new__(metacls, name, bases, rest, **kwds)
        if any(base._member_map_ for base in bases if isinstance(base, EnumType)):
            raise TypeError(f"<enum {name!r}> cannot extend a class that has members")
        # What a member shows is its name, whatever its value would.
        for one in ("__repr__", "__str__", "__format__"):
            owners = [base for base in made.__mro__[1:] if isinstance(base, EnumType)]
            found = [base.__dict__[one] for base in owners if one in base.__dict__]
            if found and one not in rest:
                type.__setattr__(made, one, found[0])
        made._member_map_ = {}
        made._value2member_ = []
        kind = next((base for base in made.__mro__ if base in (int, str, float, tuple)), None)
        values = []
        for member, value in members.items():
            if isinstance(value, auto):
                value = made._generate_next_value_(member, 1, len(values), values[:])
            values.append(value)
            made._add(member, value, kind, rest.get("__new__"))
        return made

    def _add(cls, name, value, kind, new):
        arguments = value if isinstance(value, tuple) and kind is not tuple else (value,)
        if new is not None:
            one = new(cls, *arguments)
        elif kind is None:
            one = object.__new__(cls)
        else:
            one = kind.__new__(cls, *arguments)
            value = kind(*arguments)
        if "_value_" not in one.__dict__:
            one._value_ = value
        for known in cls._member_map_.values():
            if known._value_ == one._value_:
                one = known
                break
        else:
            one._name_ = name
            one._sort_order_ = len(cls._member_map_)
            if cls.__init__ is not object.__init__:
                one.__init__(*arguments)
            cls._value2member_.append(one)
        cls._member_map_[name] = one
        type.__setattr__(cls, name, one)

    def __call__(cls, value, *rest, **options):
        if not cls._member_map_ and cls is not Enum:
            raise TypeError("an enumeration is made by a class statement in the page")
        for one in cls._value2member_:
            if one is value or one._value_ == value:
                return one
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter(cls._value2member_[:])

    def __reversed__(cls):
        return reversed(cls._value2member_)

    def __len__(cls):
        return len(cls._value2member_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        return any(one._value_ == value for one in cls._value2member_)

    @property
    def __members__(cls):
        return dict(cls._member_map_)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __repr__(cls):
        return f"<enum {cls.__name__!r}>"


class _Names(dict):
    """The names of a class statement; those of members also apart."""

    def __init__(self):
        super().__init__()
        self.members = {}
        self.twice = None

    def __setitem__(self, key, value):
        if not (key[:1] == "_" or callable(value) or hasattr(value, "__get__")):
            if key in self.members:
                self.twice = key
            self.members[key] = value
        super().__setitem__(key, value)


class Enum(metaclass=EnumType):
    """Names with values, each of which is one object."""

    _member_map_ = {}

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    """Members that are integers, too."""

    def __str__(self):
        return str(self._value_)

    def __format__(self, format_spec):
        return format(self._value_, format_spec)


class StrEnum(str, Enum):  # noqa: UP042
    """Members that are texts, too."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, format_spec):
        return format(self._value_, format_spec)


def unique(enumeration):
    """Refuse an enumeration in which a value has two names."""
    twice = [f"{name} -> {one._name_}" for name, one in enumeration.__members__.items()]
    twice = [pair for pair in twice if len({*pair.split(" -> ")}) == 2]
    if twice:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(twice)}")
    return enumeration
