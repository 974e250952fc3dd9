using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Demo;

namespace Objectives.Planning.Demo;

/// <summary>How one objective of the demo company was negotiated and signed: the steps that lie behind a change of its status.</summary>
/// <remarks>Last year's were entered when they had been committed on paper, so they have none.</remarks>
internal sealed class AgreementDemo(PastWriter writer, DemoCompany company, DemoCycle cycle, Objective objective, DemoObjective demo, PastWriter.Past past, ObjectiveVersion version)
{
    private readonly List<SupportRequest> _support = [];
    private readonly List<Signature> _signatures = [];
    private ObjectiveVersion _version = version;
    private int _ordinal;

    private DemoPerson Leader => demo.Owner.Superior ?? company.People.First(p => p.EmployeeNumber == (demo.Owner.EmployeeNumber == "E0005" ? "E0001" : "E0005"));

    private bool HasSuperior => demo.Owner.Superior is not null;

    /// <summary>A number from 0 to 99 that stays with the objective.</summary>
    private int Lot => demo.Id.Value.ToByteArray()[15] * 100 / 256;

    /// <summary>Of a hundred objectives for which he grants authority: some leaders hardly let go, others nearly always.</summary>
    private int Trust => 10 + (Leader.Id.Value.ToByteArray()[15] * 80 / 256);

    public static bool Tells(DemoCycle cycle, DemoVersion before, DemoVersion next)
        => cycle.Phase != DemoPhase.Closed && before.Status != next.Status && next.Status is DemoStatus.Negotiating or DemoStatus.Agreed or DemoStatus.Committed;

    /// <summary>All steps from one status to the next, the last at the time of the change.</summary>
    public void Settle(DemoVersion before, DemoVersion next)
    {
        var steps = new List<Action<DateTimeOffset>>();
        if (before.Status == DemoStatus.Draft)
            steps.AddRange(Talks(next.Status != DemoStatus.Negotiating));
        if (next.Status == DemoStatus.Committed)
            steps.AddRange(Signing());
        Spread(steps, before.At, next.At);
    }

    /// <summary>What was signed has changed: it is signed anew within two days.</summary>
    public void SignAnew(DateTimeOffset changed)
    {
        if (_signatures.Count == 0 || SignedContent.Of(objective, _support).Hash == _signatures[^1].ContentHash)
            return;
        foreach (var signature in _signatures)
            signature.Void(changed);
        var until = changed.AddDays(2) < company.Now ? changed.AddDays(2) : company.Now;
        Spread([.. Signing()], changed, until.AddSeconds(-1));
    }

    /// <summary>Next year's have come no further than first proposals, and requests for help, of company, divisions and departments; in teams nobody has spoken yet.</summary>
    public void Open(DateTimeOffset last)
    {
        if (objective.Status != ObjectiveStatus.Draft || demo.Unit.Kind == DemoUnitKind.Team)
            return;
        List<Action<DateTimeOffset>> steps = [];
        if (Lot % 7 == 0 && demo.Unit.Parent is { } above && above.Children.FirstOrDefault(u => u != demo.Unit) is { } neighbour)
            steps.Add(at => Ask(neighbour, SupportStatus.Requested, at));
        if (Lot < 35)
            steps.AddRange(Talks(agree: false));
        var until = last.AddDays(3) < company.Now ? last.AddDays(3) : company.Now;
        Spread(steps, last, until.AddSeconds(-1));
    }

    private IEnumerable<Action<DateTimeOffset>> Talks(bool agree)
    {
        if (HasSuperior)
            yield return at => Say(NegotiationKind.SharedContext, NegotiationSide.Leader, null, "已说明本人目标与工作计划(Own objectives and work plan shared)", at);
        var isFromBelow = demo.Origin == DemoOrigin.BottomUp || !HasSuperior;
        yield return at => Say(NegotiationKind.Proposal, isFromBelow ? NegotiationSide.Owner : NegotiationSide.Leader, objective.Target, "按上年实际和本年重点提出(Proposed from last year's figures and this year's focus)", at);
        if (agree && Lot < 2 && demo.Unit.Parent is { } above && above.Children.FirstOrDefault(u => u != demo.Unit && u.Leader != demo.Owner && u.Leader != Leader) is { } neighbour)
            yield return at => Ask(neighbour, Lot == 0 ? SupportStatus.Fulfilled : SupportStatus.Agreed, at);
        if (agree && Lot > 2 && Lot < Trust && HasSuperior)
            yield return at => Grant(at);
        if (agree)
            yield return at => Say(NegotiationKind.Accepted, isFromBelow ? NegotiationSide.Leader : NegotiationSide.Owner, objective.Target, string.Empty, at);
        else
            yield return at => Say(NegotiationKind.Comment, isFromBelow ? NegotiationSide.Leader : NegotiationSide.Owner, null, "需要再核对一下旺季人手(Peak-season staffing is to be checked first)", at);
    }

    private IEnumerable<Action<DateTimeOffset>> Signing()
    {
        yield return at => Sign(SignatureRole.Owner, demo.Owner, false, at);
        var members = demo.Level == DemoLevel.Team ? demo.Unit.Members.Where(m => m != demo.Owner && m != Leader && m.Role != Contracts.Organization.Role.Auditor).ToList() : [];
        foreach (var member in members)
            yield return at => Sign(SignatureRole.Member, member, false, at);
        yield return at => Sign(SignatureRole.Leader, Leader, true, at);
    }

    private void Say(NegotiationKind kind, NegotiationSide side, decimal? target, string text, DateTimeOffset at)
    {
        var by = side == NegotiationSide.Owner ? demo.Owner : Leader;
        var hash = SignedContent.TermsHashOf(objective);
        var entry = NegotiationEntry.Say(objective.ObjectiveId, kind, side, target, text, hash, by.Id, at, new(company.IdAt(at, demo.Id.Value, _ordinal++)));
        if (kind == NegotiationKind.Accepted)
            Turn(ObjectiveStatus.Agreed, at);
        else if (objective.Status == ObjectiveStatus.Draft && kind != NegotiationKind.Comment)
            Turn(ObjectiveStatus.Negotiating, at);
        past.Record("negotiate", by.Id, at, null, entry);
    }

    private void Grant(DateTimeOffset at)
    {
        var (day, until) = (DateOnly.FromDateTime(at.UtcDateTime), new DateOnly(cycle.Year, 12, 31));
        var grant = AuthorityGrant.Give(objective, "可在预算内自行安排加班和外协(May arrange overtime and outside help within budget)", 20_000, company.Currency, day, until, Leader.Id, at, new(company.IdAt(at, demo.Id.Value, _ordinal++)));
        var entry = NegotiationEntry.Say(
            objective.ObjectiveId, NegotiationKind.AuthorityGranted, NegotiationSide.Leader, null, grant.Scope, SignedContent.TermsHashOf(objective), Leader.Id, at, new(company.IdAt(at, demo.Id.Value, _ordinal++)));
        past.Record("grantAuthority", Leader.Id, at, null, grant, entry);
    }

    /// <summary>Asked and, where it says so, answered in the same minute, since the past is told by its outcome.</summary>
    private void Ask(DemoUnit unit, SupportStatus status, DateTimeOffset at)
    {
        var request = SupportRequest.Ask(
            objective, "旺季期间借调两名工程师(Two engineers on loan for the peak season)", unit.Id, null, new(cycle.Year, 6, 1), demo.Owner.Id, at, new(company.IdAt(at, demo.Id.Value, _ordinal++)));
        _support.Add(request);
        past.Record("requestSupport", demo.Owner.Id, at, null, request);
        if (status == SupportStatus.Requested)
            return;
        request.Tell(SupportStatus.Agreed, "可以，从五月起(Yes, from May on)", unit.Leader.Id, SupportRole.Receiver, at.AddMilliseconds(1));
        past.Record("answerSupport", unit.Leader.Id, at.AddMilliseconds(1));
        if (status != SupportStatus.Fulfilled)
            return;
        request.Tell(SupportStatus.Fulfilled, "已到岗(They have come)", demo.Owner.Id, SupportRole.Asker, at.AddMilliseconds(2));
        past.Record("answerSupport", demo.Owner.Id, at.AddMilliseconds(2));
    }

    private void Sign(SignatureRole role, DemoPerson by, bool isLast, DateTimeOffset at)
    {
        var signature = Signature.Give(objective.ObjectiveId, role, SignedContent.Of(objective, _support).Hash, by.Id, at, company.IdAt(at, demo.Id.Value, _ordinal++));
        _signatures.Add(signature);
        if (isLast && objective.Status == ObjectiveStatus.Agreed)
            Turn(ObjectiveStatus.Committed, at);
        past.Record("signCommitment", by.Id, at, null, signature);
    }

    /// <summary>Closes the newest version row and opens the next.</summary>
    public void Next(DateTimeOffset at)
    {
        _version.ValidUntil = at;
        writer.Add(_version = PlanningDb.OpenVersion(objective, at));
    }

    private void Turn(ObjectiveStatus status, DateTimeOffset at)
    {
        objective.RestoreStatus(status, at);
        Next(at);
    }

    private static void Spread(List<Action<DateTimeOffset>> steps, DateTimeOffset from, DateTimeOffset until)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            // Whole microseconds, which every database keeps.
            var ticks = (until - from).Ticks * (i + 1) / steps.Count / 10 * 10;
            steps[i](from.AddTicks(ticks));
        }
    }
}
