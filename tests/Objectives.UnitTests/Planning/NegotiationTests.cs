using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S6.6")]
public sealed class NegotiationTests
{
    private const string Content = "what it says";
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Owner = new(Guid.CreateVersion7());
    private static readonly PersonId Leader = new(Guid.CreateVersion7());
    private static readonly Gen<(int Kind, bool ByOwner, int Target, bool Edited)> Steps = Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Int[1, 3], Gen.Bool);

    /// <summary>Whoever proposes or accepts last what is then on the table stands by it, until another proposes, rejects, or the draft changes.</summary>
    [Fact]
    public void Each_side_stands_by_what_it_said_last_as_long_as_that_is_on_the_table()
        => Steps.Array[0, 12].Sample(steps =>
        {
            var (objective, past, content) = (Drafted(), new List<NegotiationEntry>(), Content);
            var (table, owner, leader) = (objective.Target, false, false);
            foreach (var (kind, byOwner, target, edited) in steps)
            {
                var side = byOwner ? NegotiationSide.Owner : NegotiationSide.Leader;
                if (kind == 3 && edited)
                {
                    // The draft is changed: what was said was said of another content, and its own target is on the table again.
                    content += "!";
                    (table, owner, leader) = (objective.Target, false, false);
                    continue;
                }
                var said = kind switch { 0 => NegotiationKind.Proposal, 1 => NegotiationKind.Accepted, 2 => NegotiationKind.Rejected, _ => NegotiationKind.Comment };
                past.Add(NegotiationEntry.Say(objective.ObjectiveId, said, side, said == NegotiationKind.Proposal ? target : said == NegotiationKind.Comment ? null : table, "so", content, byOwner ? Owner : Leader, Now));
                (table, owner, leader) = said switch
                {
                    NegotiationKind.Proposal => (target, byOwner, !byOwner),
                    NegotiationKind.Accepted => (table, owner || byOwner, leader || !byOwner),
                    NegotiationKind.Rejected => (table, false, false),
                    _ => (table, owner, leader),
                };
            }
            var negotiation = new Negotiation(objective, content, past, SettingApproach.Both, Leader);
            (negotiation.OnTheTable, negotiation.Stands(NegotiationSide.Owner), negotiation.Stands(NegotiationSide.Leader)).ShouldBe((table, owner, leader));
        });

    [Fact]
    public void What_another_owner_accepted_does_not_bind_this_one()
    {
        var objective = Drafted();
        var another = NegotiationEntry.Say(objective.ObjectiveId, NegotiationKind.Accepted, NegotiationSide.Owner, objective.Target, string.Empty, Content, Leader, Now);
        new Negotiation(objective, Content, [another], SettingApproach.Both, Leader).Stands(NegotiationSide.Owner).ShouldBeFalse();
    }

    [Fact]
    public void The_approach_says_who_begins()
    {
        foreach (var (approach, side, origin, isShared, may) in new[]
        {
            (SettingApproach.Both, NegotiationSide.Owner, ObjectiveOrigin.TopDown, false, false), (SettingApproach.Both, NegotiationSide.Leader, ObjectiveOrigin.TopDown, false, false),
            (SettingApproach.Both, NegotiationSide.Owner, ObjectiveOrigin.Imported, true, true), (SettingApproach.Both, NegotiationSide.Leader, ObjectiveOrigin.BottomUp, true, true),
            (SettingApproach.TopDown, NegotiationSide.Owner, ObjectiveOrigin.BottomUp, true, false), (SettingApproach.TopDown, NegotiationSide.Owner, ObjectiveOrigin.Allocated, true, true),
            (SettingApproach.TopDown, NegotiationSide.Leader, ObjectiveOrigin.BottomUp, true, true), (SettingApproach.BottomUp, NegotiationSide.Owner, ObjectiveOrigin.TopDown, false, true),
            (SettingApproach.BottomUp, NegotiationSide.Leader, ObjectiveOrigin.BottomUp, false, false), (SettingApproach.BottomUp, NegotiationSide.Leader, ObjectiveOrigin.TopDown, true, false),
            (SettingApproach.BottomUp, NegotiationSide.Leader, ObjectiveOrigin.BottomUp, true, true),
        })
        {
            var objective = Drafted(origin);
            NegotiationEntry[] past = isShared ? [NegotiationEntry.Say(objective.ObjectiveId, NegotiationKind.SharedContext, NegotiationSide.Leader, null, "mine", Content, Leader, Now)] : [];
            var negotiation = new Negotiation(objective, Content, past, approach, Leader);
            (negotiation.Check(NegotiationKind.Proposal, side, 7) is null).ShouldBe(may, $"{approach} {side} {origin} {isShared}");
            (negotiation.Check(NegotiationKind.Accepted, side, null) is null).ShouldBe(may, $"{approach} {side} {origin} {isShared}");
        }
        new Negotiation(Drafted(), Content, [], SettingApproach.TopDown, leader: null).Check(NegotiationKind.Proposal, NegotiationSide.Owner, 7).ShouldBeNull();
    }

    private static Objective Drafted(ObjectiveOrigin origin = ObjectiveOrigin.TopDown)
    {
        var cycle = Cycle.Open("2027", 2027, new(2027, 1, 1), new(2027, 12, 31), "2027", "UTC", CyclePolicy.Default);
        var content = new ObjectiveContent("Title", null, null, Owner, new(Guid.CreateVersion7()), null, null, null, null, null, new(Guid.CreateVersion7()), null, 2, null, 1, false);
        return Objective.Draft(cycle, 1, content, ObjectiveLevel.Personal, origin, null, Now);
    }
}
