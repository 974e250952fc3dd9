using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.UnitTests.Organization;

public sealed class ReportingLinesTests
{
    private const int Most = 40;
    private static readonly PersonId[] People = [.. Enumerable.Range(1, Most).Select(i => new PersonId(IdOf(i)))];
    private static readonly UnitId[] Units = [.. Enumerable.Range(1, Most).Select(i => new UnitId(IdOf(1000 + i)))];

    /// <summary>For each person the number of his superior: of one before him, so that no circle closes, or -1.</summary>
    private static readonly Gen<int[]> Forests = Gen.Int[1, Most].SelectMany(count => Gen.Int[-1, Most].Array[count].Select(picks => picks.Select((pick, i) => pick < 0 || i == 0 ? -1 : pick % i).ToArray()));

    /// <summary>Anyone's superior may be anyone, himself too, or someone who is not there.</summary>
    private static readonly Gen<int[]> AnyLines = Gen.Int[1, Most - 1].SelectMany(count => Gen.Int[-1, count].Array[count]);

    [Fact]
    public void Someone_is_in_a_chain_exactly_when_its_owner_is_below_him()
        => Forests.Sample(superiors =>
        {
            var lines = Of(superiors);
            for (var lower = 0; lower < superiors.Length; lower++)
            {
                for (var upper = 0; upper < superiors.Length; upper++)
                    lines.Chain(People[lower]).Contains(People[upper]).ShouldBe(lines.Subordinates(People[upper]).Contains(People[lower]));
            }
        });

    [Fact]
    public void A_chain_goes_from_superior_to_superior_to_the_top()
        => Forests.Sample(superiors =>
        {
            var lines = Of(superiors);
            for (var person = 0; person < superiors.Length; person++)
            {
                var expected = new List<PersonId>();
                for (var above = superiors[person]; above >= 0; above = superiors[above])
                    expected.Add(People[above]);
                lines.Chain(People[person]).ShouldBe(expected);
            }
        });

    [Fact]
    public void Circles_and_missing_superiors_end_and_show_no_one_twice()
        => AnyLines.Sample(superiors =>
        {
            var lines = Of(superiors);
            foreach (var person in People.Take(superiors.Length))
            {
                var (chain, below) = (lines.Chain(person), lines.Subordinates(person));
                chain.ShouldBeUnique();
                chain.ShouldNotContain(person);
                below.ShouldBeUnique();
                below.ShouldNotContain(person);
            }
        });

    [Fact]
    public void A_circle_of_units_ends()
        => AnyLines.Sample(parents =>
        {
            var lines = new ReportingLines([], [.. parents.Select((parent, i) => new ReportingLines.UnitLine(Units[i], parent < 0 ? null : Units[parent], null, true))]);
            foreach (var unit in Units.Take(parents.Length))
            {
                lines.UnitsUnder(unit).ShouldBeUnique();
                lines.UnitsUnder(unit)[0].ShouldBe(unit);
            }
        });

    [Fact]
    public void Who_is_not_there_has_no_chain_no_subordinates_and_sees_nothing()
    {
        var lines = Of([-1, 0]);
        var nobody = new PersonId(IdOf(999));
        lines.Chain(nobody).ShouldBeEmpty();
        lines.Subordinates(nobody).ShouldBeEmpty();
        lines.Leads(nobody).ShouldBeFalse();
        lines.UnitsUnder(new(IdOf(998))).ShouldBeEmpty();
        var sight = lines.SightOf(nobody);
        (sight.UnitIds.Count + sight.LedUnitIds.Count + sight.SubordinateIds.Count).ShouldBe(0);
    }

    [Fact]
    public void Only_those_who_work_here_make_a_leader_of_their_superior()
    {
        var lines = new ReportingLines(
            [new(People[0], null, Units[0], true), new(People[1], People[0], Units[0], false), new(People[2], null, Units[0], true), new(People[3], People[2], Units[0], true)],
            [new(Units[0], null, null, true), new(Units[1], Units[0], People[3], false)]);
        lines.Leads(People[0]).ShouldBeFalse();
        lines.Leads(People[2]).ShouldBeTrue();
        lines.Leads(People[3]).ShouldBeFalse();
        lines.Subordinates(People[0]).ShouldBe([People[1]]);
    }

    [Fact]
    public void A_leader_sees_his_own_unit_and_all_below_those_that_he_leads()
    {
        var lines = new ReportingLines(
            [new(People[0], null, Units[0], true), new(People[1], People[0], Units[2], true)],
            [new(Units[0], null, null, true), new(Units[1], Units[0], People[0], true), new(Units[2], Units[1], null, true), new(Units[3], Units[0], null, true)]);
        var sight = lines.SightOf(People[0]);
        sight.LedUnitIds.ShouldBe([Units[1], Units[2]], ignoreOrder: true);
        sight.UnitIds.ShouldBe([Units[0], Units[1], Units[2]], ignoreOrder: true);
        sight.SubordinateIds.ShouldBe([People[1]]);
        lines.SightOf(People[1]).UnitIds.ShouldBe([Units[2]]);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_is_followed_at_once()
    {
        var all = Enumerable.Range(1, 100_000).Select(i => new PersonId(IdOf(i))).ToList();
        var lines = new ReportingLines([.. all.Select((id, i) => new ReportingLines.PersonLine(id, i == 0 ? null : all[i - 1], Units[0], true))], []);
        lines.Chain(all[^1]).Count.ShouldBe(all.Count - 1);
        lines.Subordinates(all[0]).Count.ShouldBe(all.Count - 1);
    }

    private static ReportingLines Of(int[] superiors) => new([.. superiors.Select((superior, i) => new ReportingLines.PersonLine(People[i], superior < 0 ? null : People[superior], Units[0], true))], []);

    private static Guid IdOf(int number) => new(number, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
}
