using Objectives.Platform.Numbers;

namespace Objectives.UnitTests.Platform;

public sealed class QuantityTests
{
    private static readonly Gen<decimal> Quantities = Gen.Long[-999_999_999_999_999_999, 999_999_999_999_999_999].Select(Quantity.FromScaled);

    [Fact]
    public void What_is_written_reads_back_as_the_same_value()
        => Quantities.Sample(value => Quantity.TryParse(Quantity.Format(value), out var read) && read == value);

    [Fact]
    public void What_is_stored_reads_back_as_the_same_value() => Quantities.Sample(value => Quantity.FromScaled(Quantity.ToScaled(value)) == value);

    [Fact]
    public void Stored_values_compare_and_add_as_the_quantities_do()
        => Gen.Select(Quantities, Quantities).Sample((a, b) =>
            Quantity.ToScaled(a).CompareTo(Quantity.ToScaled(b)) == a.CompareTo(b) && (!Quantity.Fits(a + b) || Quantity.ToScaled(a) + Quantity.ToScaled(b) == Quantity.ToScaled(a + b)));

    [Fact]
    public void One_value_has_one_text() => Quantities.Sample(value => Quantity.Format(value + 0.000000m) == Quantity.Format(value) && !Quantity.Format(value).EndsWith('.'));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("1.50", "1.5")]
    [InlineData("+12", "12")]
    [InlineData("-0.000001", "-0.000001")]
    [InlineData("999999999999.999999", "999999999999.999999")]
    [InlineData("0.1000000", "0.1")]
    public void Plain_decimals_are_read(string text, string written)
    {
        Quantity.TryParse(text, out var value).ShouldBeTrue();
        Quantity.Format(value).ShouldBe(written);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1.0000001")]
    [InlineData("1000000000000")]
    [InlineData("١")]
    [InlineData("１")]
    [InlineData("0000000000000000000000000000000000000000000000001")]
    public void Anything_else_is_not(string? text) => Quantity.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1.25", 2, true)]
    [InlineData("1.25", 1, false)]
    [InlineData("-3", 0, true)]
    public void A_measure_says_how_many_digits_a_value_has(string value, int decimals, bool fits)
        => Quantity.HasDecimals(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals).ShouldBe(fits);
}
