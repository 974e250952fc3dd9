using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Measures;

internal sealed record MeasureModel(MeasureId MeasureId, long Version, string Code, string Name, string UnitOfMeasure, MeasureDirection Direction, Aggregation Aggregation, int Decimals) : IEntityModel
{
    public static readonly Expression<Func<Measure, MeasureModel>> Of = m => new(m.Id, m.Version, m.Code, m.Name, m.UnitOfMeasure, m.Direction, m.Aggregation, m.Decimals);

    public Guid Id => MeasureId.Value;
}

internal static class MeasuresById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, MeasureModel>>;

    /// <summary>There are few of them, and almost every answer names one.</summary>
    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ShortMemory<PlanningDb, Guid, MeasureModel> known) : IQueryHandler<Query, IReadOnlyDictionary<Guid, MeasureModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, MeasureModel>> Handle(Query request, CancellationToken cancellationToken)
            => await known.FindAsync(request.Ids, m => m.Id, missing => ReadAsync(missing, cancellationToken));

        private async Task<List<MeasureModel>> ReadAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
        {
            var missing = ids.Select(id => new MeasureId(id)).ToList();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Measures.Where(m => missing.Contains(m.Id)).Select(MeasureModel.Of).ToListAsync(cancellationToken);
        }
    }
}

internal static class AllMeasures
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<MeasureModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyList<MeasureModel>>
    {
        public async Task<IReadOnlyList<MeasureModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Measures.OrderBy(m => m.Code).Select(MeasureModel.Of).ToListAsync(cancellationToken);
        }
    }
}

/// <summary>Adds or changes a measure. Once objectives use it, what its values mean stays: direction, aggregation, and no fewer decimals.</summary>
internal static class SaveMeasure
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(MeasureId? Id, string Code, string Name, string UnitOfMeasure, MeasureDirection Direction, Aggregation Aggregation, int Decimals) : ICommand<MeasureId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).RequiredText(Measure.MaxCodeLength);
            RuleFor(c => c.Name).RequiredText(Measure.MaxNameLength);
            RuleFor(c => c.UnitOfMeasure).RequiredText(Measure.MaxUnitLength);
            RuleFor(c => c.Decimals).Between(0, Quantity.MaxDecimals);
        }
    }

    public sealed class Handler(PlanningDb db) : ICommandHandler<Command, MeasureId>
    {
        public async Task<Result<MeasureId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var measure = request.Id is { } id ? await db.Measures.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) : null;
            if (request.Id is not null && measure is null)
                return Error.NotFound("id");
            if (await db.Measures.AnyAsync(m => m.Code == request.Code.Trim() && m.Id != request.Id.GetValueOrDefault(), cancellationToken))
                return new Error(ErrorCode.Duplicate, new($"The code {request.Code} is taken.", $"编码 {request.Code} 已被使用。"), "code");
            return (await ApplyAsync(db, measure, request, cancellationToken)).Map(m => m.Id);
        }
    }

    /// <summary>Adds a measure, or changes a known one unless objectives would read differently; imports do the same.</summary>
    public static async Task<Result<Measure>> ApplyAsync(PlanningDb db, Measure? measure, Command request, CancellationToken cancellationToken)
    {
        if (measure is null)
        {
            measure = Measure.Create(request.Code, request.Name, request.UnitOfMeasure, request.Direction, request.Aggregation, request.Decimals);
            db.Measures.Add(measure);
            return measure;
        }
        if (measure.MeansOtherwise(request.Direction, request.Aggregation, request.Decimals) && await db.Objectives.AnyAsync(o => o.MeasureId == measure.Id, cancellationToken))
            return new Error(ErrorCode.ForbiddenByState, new("Objectives use it: its direction, aggregation and digits stay. Add a new measure.", "已有目标使用该指标，其方向、汇总方式与小数位不能更改，请新增指标。"));
        measure.Change(request.Code, request.Name, request.UnitOfMeasure, request.Direction, request.Aggregation, request.Decimals);
        return measure;
    }
}
