using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Pulse;

/// <param name="Means">By question, in their order; null where they are not told.</param>
internal sealed record PulseModel(Period Period, UnitId UnitId, int Answers, IReadOnlyList<decimal>? Means, IReadOnlyList<string> Comments)
{
    public decimal? Attainable => Means?[0];

    public decimal? ExecutiveSupport => Means?[1];

    public decimal? TrustInLeader => Means?[2];

    public decimal? Fairness => Means?[3];

    public decimal? Encouragement => Means?[4];

    public decimal? Paperwork => Means?[5];
}

/// <summary>
/// What a unit and those below it answered, quarter by quarter (S5.7), as far as <see cref="PulseBoard"/> tells it: the same few statements, however many answered. For whoever leads the unit or one above it, executives, HR and auditors;
/// comments, of the whole company alone, for HR.
/// </summary>
internal static class ReadPulse
{
    /// <param name="UnitId">The company when it is left out.</param>
    /// <param name="Children">Each unit directly below it too.</param>
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId, bool? Children) : IQuery<IReadOnlyList<PulseModel>>;

    public sealed class Handler(IDbContextFactory<ImprovementDb> dbs, PulseReader reader, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyList<PulseModel>>
    {
        public async Task<IReadOnlyList<PulseModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var root = await mediator.Send(new RootUnit(), cancellationToken);
            if ((request.UnitId ?? root) is not { } unit || !await MayReadAsync(unit, cancellationToken))
                throw new ApiException(ApiErrorCode.NotFound, new Text("There is no such unit, or you may not see its answers.", "该单位不存在，或您无权查看其问卷结果。"));
            var told = await reader.ReadAsync(request.CycleId, cancellationToken);
            var comments = unit == root && call.Caller.Is(Role.Hr) ? await CommentsAsync(request.CycleId, cancellationToken) : null;
            return
            [
                .. told.SelectMany(q => UnitsOf(q.Board).Select(u => (q.Period, Unit: u, Answers: q.Board.AnswersOf(u), Means: q.Board.MeansOf(u))))
                    .Where(q => q.Answers > 0)
                    .Select(q => new PulseModel(q.Period, q.Unit, q.Answers, q.Means, q.Means is null || q.Unit != root ? [] : [.. comments?[q.Period] ?? []])),
            ];

            IEnumerable<UnitId> UnitsOf(PulseBoard board) => request.Children == true ? board.ChildrenOf(unit).Prepend(unit) : [unit];
        }

        private async Task<ILookup<Period, string>> CommentsAsync(CycleId cycle, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return (await db.PulseAnswers.Where(a => a.CycleId == cycle && a.Comment != null).OrderBy(a => a.Id).Select(a => new { a.Period, Comment = a.Comment! }).ToListAsync(cancellationToken)).ToLookup(a => a.Period, a => a.Comment);
        }

        private async Task<bool> MayReadAsync(UnitId unit, CancellationToken cancellationToken)
            => call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor)
                ? (await mediator.Send(new UnitsAbove([unit]), cancellationToken)).ContainsKey(unit)
                : (await mediator.Send(new SightOf(call.Caller.Id), cancellationToken)).LedUnitIds.Contains(unit);
    }
}
