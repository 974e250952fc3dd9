using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S5.6")]
public sealed class CommitmentTests
{
    private static readonly Gen<Guid> Ids = Gen.Guid;
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Of("", "a", "a\ntarget=1:1\n", "目标", "1:a\n"));

    private static readonly Gen<SignedContent> Contents = Gen.Select(
        Texts, Ids, Gen.Decimal[-1000, 1000].Select(d => decimal.Round(d, 6)), Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 9].Select(i => (decimal?)i)), Of<string?>(null, "2027-01 8.33", "2027-01 8.33; 2027-02 8.33"),
        Gen.OneOf(Gen.Const((ObjectiveId?)null), Ids.Select(i => (ObjectiveId?)new ObjectiveId(i))), Gen.Select(Ids, Ids, Gen.Int[1, 28], Texts).Select(s => new SignedSupport(new(s.Item1), s.Item2, new(2027, 2, s.Item3), s.Item4)).Array[0, 3])
        .Select(c => new SignedContent(c.Item1, new(c.Item2), c.Item3, c.Item4, c.Item5, c.Item6, c.Item7));

    [Fact]
    public void Requests_for_help_may_be_read_in_any_order()
        => Contents.Sample(content => (content with { Support = [.. content.Support.Reverse()] }).Hash.ShouldBe(content.Hash));

    [Fact]
    public void Contents_that_differ_have_texts_that_differ()
        => Gen.Select(Contents, Contents).Sample((a, b) =>
        {
            var isSame = a with { Support = [] } == b with { Support = [] } && a.Support.OrderBy(s => s.Id.Value).SequenceEqual(b.Support.OrderBy(s => s.Id.Value));
            (CommitmentText.Of(a) == CommitmentText.Of(b)).ShouldBe(isSame);
        });

    [Fact]
    public void No_text_passes_for_another_line()
    {
        var plain = new SignedContent("a", default, 1, null, null, null, []);
        CommitmentText.Of(plain with { Title = "a\ntarget=1:2" }).ShouldNotBe(CommitmentText.Of(plain with { Target = 2 }));
        CommitmentText.Of(plain).ShouldBe("objectives-commitment/1\ntitle=1:a\nmeasure=36:00000000-0000-0000-0000-000000000000\ntarget=1:1\nlowerBound=0:\nphasing=0:\nparent=0:\n");
        CommitmentText.Of(plain with { Target = 1.50m, Title = "目" }).ShouldContain("title=3:目\n");
        CommitmentText.Of(plain with { Target = 1.50m }).ShouldContain("target=3:1.5\n");
    }

    [Fact]
    public void It_is_complete_when_each_has_signed_in_his_one_role()
        => Gen.Select(Ids.Array[3, 8].Where(ids => ids.Distinct().Count() == ids.Length), Gen.Int[0, 255], Gen.Bool).Sample((ids, chosen, hasSuperior) =>
        {
            var people = ids.Select(i => new PersonId(i)).ToList();
            var signatories = new Signatories(people[0], hasSuperior ? people[1] : null, [.. people.Skip(2)]);
            people.ConvertAll(p => signatories.RoleOf(p, isExecutive: p == people[1])).ShouldBe([SignatureRole.Owner, SignatureRole.Leader, .. people.Skip(2).Select(_ => (SignatureRole?)SignatureRole.Member)]);
            var given = people.Where((_, i) => (chosen >> i & 1) == 1).Select(p => (signatories.RoleOf(p, p == people[1])!.Value, p)).ToList();
            var missing = signatories.Missing(given).ToList();
            missing.Count.ShouldBe(people.Count - given.Count);
            missing.ShouldAllBe(m => m.By == null ? !hasSuperior && m.Role == SignatureRole.Leader : !given.Any(g => g.p == m.By));
        });

    [Fact]
    public void An_owner_does_not_sign_for_the_other_side_even_as_an_executive()
    {
        var top = new Signatories(new(Guid.NewGuid()), null, []);
        top.RoleOf(top.OwnerId, isExecutive: true).ShouldBe(SignatureRole.Owner);
        top.Missing([(SignatureRole.Leader, top.OwnerId), (SignatureRole.Owner, top.OwnerId)]).Single().Role.ShouldBe(SignatureRole.Leader);
    }

    [Fact, Trait("Clause", "S6.8")]
    public void A_step_is_done_when_all_of_a_subjects_objectives_are_settled_and_blocked_only_when_it_is_not()
        => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, Gen.Bool).Array[0, 10].Sample(subjects =>
        {
            var (open, closed) = (new UnitId(Guid.NewGuid()), new UnitId(Guid.NewGuid()));
            var ids = subjects.Select(_ => new UnitId(Guid.NewGuid())).ToList();
            var counts = subjects.Select(s => new SubjectCount(s.Item1, Math.Min(s.Item1, s.Item2), s.Item3)).ToList();
            var step = SettingSteps.Of(
                SettingStepKind.Team, "Unit", ids.Index().ToDictionary(s => s.Item, s => subjects[s.Index].Item4 ? closed : open), ids.Index().ToDictionary(s => s.Item, s => counts[s.Index]), new HashSet<UnitId> { closed });
            var undone = ids.Index().Where(s => counts[s.Index] is { Live: 0 } || counts[s.Index].Settled < counts[s.Index].Live).ToList();
            (step.Done, step.Total, step.Blocked).ShouldBe((subjects.Length - undone.Count, subjects.Length, undone.Count(s => subjects[s.Index].Item3 || subjects[s.Index].Item4)));
            step.Open.OrderBy(o => o.SubjectId).ShouldBe(undone.Select(s => new OpenSubject(
                "Unit", s.Item.Value, counts[s.Index].Live == 0 ? SettingLack.Objective : SettingLack.Agreement,
                subjects[s.Index].Item4 ? SettingBlock.Briefing : subjects[s.Index].Item3 ? SettingBlock.Support : null)).OrderBy(o => o.SubjectId));
            step.Open.SkipWhile(o => o.BlockedBy is not null).ShouldAllBe(o => o.BlockedBy == null);
        });

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
