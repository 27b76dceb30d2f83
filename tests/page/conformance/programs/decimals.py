"""Floats as decimal numbers: rounded, and written with so many digits."""

# fmt: off
# ruff: noqa: E501, UP031
print([round(x,2) for x in (2.675,1.005,1.115,0.285,1.125,4.35,9.995,2.5,-2.675,-1.125,1e-7,0.125,0.375)], round(1.15,1), round(4.35,1), round(1e300,5), round(1e20,2), round(2.5,0), round(-0.5,0), round(5e-324,3), round(10.0,400), round(10.0,-400), round(1234.5678,-2), round(1250.0,-2), round(1350.0,-2), round(-1250.0,-2), round(0.5), round(1.5), round(-2.5), round(123456789.987,3), type(round(2.0)), type(round(2.0,1)), round(1e16), round(1e22), round(1e22,-20), round(15e21,-21))
for v in ("nan","inf"):
    try:
        print(round(float(v)))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
    print(round(float(v),2))
print([f"{x:.2f}" for x in (2.675,1.005,1.115,0.285,1.125,4.355,9.995,-2.675,-1.125,1e-7,0.125,0.375,1e15+0.125)], [f"{x:.0f}" for x in (0.5,1.5,2.5,-0.5,-1.5,1e22,123456789012345680000.0)], [f"{x:.1f}" for x in (0.25,0.35,1e21,-0.0,0.05)], f"{1e300:.2f}"[:20], f"{0.1:.20f}", f"{1/3:.30f}", f"{2.5:.3e}", f"{1.125:,.2f}", f"{0.285:.0%}", f"{1.005:.1%}", "%.2f|%.1f|%.0f" % (1.005,0.25,2.5), f"{123456.785:,.2f}", f"{5e-324:.3f}", f"{1e21:.2f}", f"{12345678901234567890.0:.3f}")
