using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.PerformanceLinkage.Features.Incentives;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Demo;

/// <summary>
/// Enters the demo company's incentive schemes: one for each division and one for the staff of the head office, so that everyone takes part in each year (S4.3). Last year's awards are final, worked out by the figures then; this year's
/// schemes are approved, but for that of the second division, which waits with findings; next year's are drafts. HR's own waits for a third of HR.
/// </summary>
internal sealed class SchemesDemo(IDbContextFactory<PerformanceLinkageDb> dbs, IServiceScopeFactory scopes) : IDemoSource
{
    private const decimal TargetOfAverage = 24_000;
    private const int Unbalanced = 1;

    private static readonly PayoutCurve Curve = new([new(60, 40), new(80, 70), new(100, 100), new(120, 120)]);

    public int Order => 45;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        await using var writer = new PastWriter(db);
        var past = new Past(company, writer, scope.ServiceProvider.GetRequiredService<AwardReckoner>());
        var circles = CirclesOf(company);
        foreach (var (number, cycle) in company.Cycles.Index())
        {
            foreach (var (place, circle) in circles.Index())
            {
                await past.AddAsync(cycle, circle, number * circles.Count + place, cancellationToken);
                progress.Report("incentive schemes", (number * circles.Count) + place + 1, company.Cycles.Count * circles.Count);
            }
            await writer.FlushIfFullAsync(cancellationToken);
        }
        await writer.FlushAsync(cancellationToken);
    }

    private static List<Circle> CirclesOf(DemoCompany company)
    {
        var byDivision = company.People.ToLookup(p => DivisionOf(p.Unit));
        var staff = company.People.Where(p => p.Unit.Parent is null).ToLookup(p => p == company.Hr || p == company.SecondHr);
        return
        [
            .. company.Units[0].Children.Select((d, i) => new Circle(d, d.Name, [.. byDivision[d]], i % company.Units[0].Children.Count == Unbalanced, false)),
            new(company.Units[0], "总部职能", [.. staff[false]], false, false),
            new(company.Units[0], "人力资源", [.. staff[true]], false, true),
        ];
    }

    private static DemoUnit? DivisionOf(DemoUnit unit) => unit.Parent is null ? null : unit.Parent.Parent is null ? unit : DivisionOf(unit.Parent);

    /// <param name="IsHrs">Nobody of HR can approve it but a third.</param>
    private sealed record Circle(DemoUnit Unit, string Name, IReadOnlyList<DemoPerson> People, bool IsUnbalanced, bool IsHrs);

    private sealed class Past(DemoCompany company, PastWriter writer, AwardReckoner reckoner)
    {
        public async Task AddAsync(DemoCycle cycle, Circle circle, int number, CancellationToken cancellationToken)
        {
            var opened = cycle.Moves[0].At;
            var saved = opened.AddHours(2).AddMinutes(number * 7);
            var scheme = IncentiveScheme.Open(cycle.Id, new(company.IdAt(saved, cycle.Id.Value, number)));
            var participants = circle.People.Select((p, i) => new Participant { Id = company.IdAt(saved, scheme.Id.Value, i), SchemeId = scheme.Id, PersonId = p.Id, TargetMinor = TargetOf(p) }).ToList();
            var waits = cycle.Year == company.Year && circle.IsUnbalanced;
            scheme.Save(TermsOf(cycle, circle, participants, waits), company.Hr.Id, saved);
            var past = writer.Begin(scheme);
            past.Record("saveIncentiveScheme", company.Hr.Id, saved, null, [.. participants]);
            if (circle.IsHrs || waits || cycle.Year > company.Year)
                return;
            var approved = saved.AddHours(5);
            Must(scheme.Approve(company.SecondHr.Id, string.Empty, takesPart: false, hasFindings: false, approved));
            past.Record("approveIncentiveScheme", company.SecondHr.Id, approved);
            if (cycle.Year == company.Year)
                return;
            var final = cycle.Moves[^1].At.AddMinutes(1);
            var reckoned = await reckoner.WorkOutAsync(scheme, participants, Assumption.None, withinCommand: false, cancellationToken);
            Must(scheme.Finalise(reckoned.OwedMinor, company.Hr.Id, final));
            foreach (var (i, award) in reckoned.Awards.Index())
                award.Id = company.IdAt(final, scheme.Id.Value, i);
            past.Record("finaliseAwards", company.Hr.Id, final, null, [.. reckoned.Awards]);
        }

        private SchemeTerms TermsOf(DemoCycle cycle, Circle circle, List<Participant> participants, bool waits)
        {
            var targets = participants.Sum(p => p.TargetMinor) / 100m;
            var budget = Math.Ceiling(targets * (waits ? 0.9m : 1.2m) / 10_000) * 10_000;
            return new(circle.Unit.Id, $"{circle.Name} {cycle.Year} 年度激励方案", waits ? new(7_500, 2_500, 0) : new(5_000, 3_000, 2_000), waits, new((long)(budget * 100), company.Currency), Curve);
        }

        /// <summary>By the strength of his position, in whole hundreds of yuan.</summary>
        private static long TargetOf(DemoPerson person) => (long)Math.Max(1, decimal.Round(TargetOfAverage * person.RelativeStrength / 100)) * 10_000;

        private static void Must(Platform.Results.Result done)
        {
            if (!done.IsSuccess)
                throw new InvalidOperationException(done.Errors[0].Message.English);
        }
    }
}
