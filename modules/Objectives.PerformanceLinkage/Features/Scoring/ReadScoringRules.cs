using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Scoring;

internal sealed record ScoringRuleModel(ScoringRuleId ScoringRuleId, string Name, ScoringRuleKind Kind, decimal? Floor, decimal? Cap, string? Written) : IEntityModel
{
    public static readonly Expression<Func<ScoringRule, ScoringRuleModel>> Of = r => new(r.Id, r.Name, r.Kind, r.Floor, r.Cap, r.Bands);

    public Guid Id => ScoringRuleId.Value;

    public ScoringTerms Terms => new(Kind, Floor, Cap, ScoreBands.Read(Written));

    public IReadOnlyList<ScoreBandModel> Bands => [.. ScoreBands.Read(Written).Select(b => new ScoreBandModel(b.Attainment, b.Score))];
}

internal sealed record ScoreBandModel(decimal Attainment, decimal Score);

internal static class ScoringRulesById
{
    /// <summary>By which rule somebody is scored is no secret.</summary>
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ScoringRuleModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ScoringRuleModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ScoringRuleModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ScoringRuleId(id)).ToList();
            return await db.ScoringRules.Where(r => EF.Parameter(ids).Contains(r.Id)).Select(ScoringRuleModel.Of).ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

/// <summary>By their names.</summary>
internal static class AllScoringRules
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<ScoringRuleModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs) : IQueryHandler<Query, IReadOnlyList<ScoringRuleModel>>
    {
        public async Task<IReadOnlyList<ScoringRuleModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.ScoringRules.OrderBy(r => r.Name).Select(ScoringRuleModel.Of).ToListAsync(cancellationToken);
        }
    }
}
