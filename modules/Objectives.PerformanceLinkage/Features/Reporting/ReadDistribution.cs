using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Reporting;

internal sealed record DistributionRowModel(string Grade, int People, decimal MeanScore, decimal MeanEvidenceShare);

/// <summary>How calibrated appraisals spread over their grades: of those that the caller may read one by one. The same few statements, however many.</summary>
internal static class ReadDistribution
{
    private const int Digits = 4;

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId) : IQuery<IReadOnlyList<DistributionRowModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, SheetReader sheets, IMediator mediator) : IQueryHandler<Query, IReadOnlyList<DistributionRowModel>>
    {
        public async Task<IReadOnlyList<DistributionRowModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!(await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).ContainsKey(request.CycleId))
                throw Reports.NoSuchCycle;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cards = db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.CycleId == request.CycleId);
            if (request.UnitId is { } unit)
            {
                var members = (await mediator.Send(new MembersOf(await mediator.Send(new UnitsUnder(unit), cancellationToken)), cancellationToken)).Select(m => m.PersonId).ToList();
                cards = cards.Where(s => EF.Parameter(members).Contains(s.PersonId));
            }
            var found = (await cards.Join(db.Appraisals.Where(a => a.Grade != null && a.FinalScore != null), s => s.Id, a => a.ScorecardId, (s, a) => new { s.Id, s.PersonId, s.Status, a.Grade, a.FinalScore }).ToListAsync(cancellationToken))
                .FindAll(a => sight.SeesJudgement(a.PersonId, a.Status));
            var told = await sheets.ReadAsync(found.ConvertAll(a => a.Id), cancellationToken);
            return
            [
                .. found.GroupBy(a => a.Grade!, StringComparer.Ordinal)
                    .Select(g => new DistributionRowModel(
                        g.Key, g.Count(), Mean(g.Select(a => a.FinalScore!.Value)), Mean(g.Select(a => told.GetValueOrDefault(a.Id)?.EvidenceShare).OfType<decimal>())))
                    .OrderByDescending(r => r.MeanScore).ThenBy(r => r.Grade, StringComparer.Ordinal),
            ];
        }

        private static decimal Mean(IEnumerable<decimal> values) => Math.Round(values.DefaultIfEmpty().Average(), Digits, MidpointRounding.AwayFromZero);
    }
}

/// <inheritdoc cref="ReadDistribution"/>
internal static class ExportDistribution
{
    public static readonly ReportFile File = new(
        "appraisalDistribution",
        new Dictionary<string, ReportArgument> { ["cycleId"] = ReportArgument.Text, ["unitId"] = ReportArgument.Text },
        args => new(
            [new("grade", "等级"), new("people", "人数"), new("meanScore", "平均分"), new("meanEvidenceShare", "平均实绩占比")],
            new Query(args.Get<CycleId>("cycleId"), args.Get<UnitId?>("unitId"))));

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
            => (await mediator.Send(new ReadDistribution.Query(request.CycleId, request.UnitId), cancellationToken)).Select(r => new object?[] { r.Grade, r.People, r.MeanScore, r.MeanEvidenceShare }).ToAsyncEnumerable();
    }
}
