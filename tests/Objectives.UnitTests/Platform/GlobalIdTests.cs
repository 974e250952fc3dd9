using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.GraphQl;

namespace Objectives.UnitTests.Platform;

public sealed class GlobalIdTests
{
    private static readonly Gen<string> Types = Gen.OneOf(new[] { "Objective", "Person", "Unit", "StrategyElement", "X" }.Select(Gen.Const).ToArray());

    [Fact]
    public void An_id_reads_back_as_its_type_and_key()
        => Gen.Select(Types, Gen.Guid).Sample((type, key) => GlobalId.TryDecode(GlobalId.Encode(type, key), out var readType, out var readKey) && readType == type && readKey == key);

    [Fact]
    public void Different_entities_have_different_ids()
        => Gen.Select(Types, Gen.Guid, Types, Gen.Guid).Sample((type, key, otherType, otherKey) =>
            (GlobalId.Encode(type, key) == GlobalId.Encode(otherType, otherKey)) == ((type, key) == (otherType, otherKey)));

    [Fact]
    public void No_text_makes_reading_fail() => Gen.String.Sample(text => { _ = GlobalId.TryDecode(text, out _, out _); });

    [Fact]
    public void An_id_that_was_tampered_with_is_another_or_none()
        => Gen.Select(Types, Gen.Guid, Gen.Int[0, 20], Gen.Char.AlphaNumeric).Sample((type, key, at, with) =>
        {
            var id = GlobalId.Encode(type, key);
            var tampered = id[..at] + with + id[(at + 1)..];
            return tampered == id || !GlobalId.TryDecode(tampered, out var readType, out var readKey) || (readType, readKey) != (type, key);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("E0111")]
    [InlineData("AZ2vJXjXcQKi1234567890")]
    [InlineData("========================")]
    public void Anything_else_is_no_id(string? text) => GlobalId.TryDecode(text, out _, out _).ShouldBeFalse();

    [Fact]
    public void Typed_ids_know_their_entity()
    {
        GlobalId.TypeNameOf(typeof(ObjectiveId)).ShouldBe("Objective");
        GlobalId.TypeNameOf(typeof(Guid)).ShouldBeNull();
        var person = PersonId.New();
        GlobalId.TryEncode(person).ShouldBe(GlobalId.Encode("Person", person.Value));
        GlobalId.TryEncode("text").ShouldBeNull();
    }
}
