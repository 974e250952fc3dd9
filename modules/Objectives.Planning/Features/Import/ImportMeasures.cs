using Objectives.Contracts.Planning;
using System.Runtime.CompilerServices;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Measures;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Import;

/// <summary>Measures from a file, by their codes.</summary>
internal static class ImportMeasures
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "指标编码"),
        new("name", "指标名称"),
        new("unitOfMeasure", "计量单位"),
        ImportField.Choice<MeasureDirection>(
            "direction", "方向",
            (MeasureDirection.Increase, "越高越好"), (MeasureDirection.Decrease, "越低越好"), (MeasureDirection.KeepWithin, "保持在区间内"), (MeasureDirection.Milestone, "里程碑")),
        ImportField.Choice<Aggregation>(
            "aggregation", "汇总方式",
            (Aggregation.Sum, "求和"), (Aggregation.Average, "平均"), (Aggregation.WeightedAverage, "加权平均"), (Aggregation.Ratio, "比率"), (Aggregation.Last, "期末值"),
            (Aggregation.Min, "最小值"), (Aggregation.Max, "最大值"), (Aggregation.None, "不汇总")),
        new("decimals", "小数位数") { IsText = false },
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(PlanningDb db, ImportEngine engine, IValidator<SaveMeasure.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(PlanningDb db, IValidator<SaveMeasure.Command> validator) : SavingImporter<Measure, SaveMeasure.Command>(db, validator)
    {
        public override Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) => ReadKnownAsync(db.Measures, m => m.Code, rows, cancellationToken);

        protected override SaveMeasure.Command CommandOf(ImportRow row, Measure? known)
        {
            var direction = Choice<MeasureDirection>(row, "direction", known?.Direction);
            var aggregation = Choice<Aggregation>(row, "aggregation", known?.Aggregation);
            return new(known?.Id, KeyOf(row)!, Text(row, "name", known?.Name), Text(row, "unitOfMeasure", known?.UnitOfMeasure), direction, aggregation, Whole(row, "decimals", known?.Decimals));
        }

        protected override Task<Result<Measure>> SaveAsync(Measure? known, SaveMeasure.Command command, ImportRow row, CancellationToken cancellationToken)
            => SaveMeasure.ApplyAsync(db, known, command, cancellationToken);
    }
}

internal static class ExportMeasures
{
    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(ReadAsync(cancellationToken));

        private async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            await foreach (var m in db.Measures.AsNoTracking().OrderBy(m => m.Code).AsAsyncEnumerable().WithCancellation(cancellationToken))
                yield return [m.Code, m.Name, m.UnitOfMeasure, EnumNames.Of(m.Direction), EnumNames.Of(m.Aggregation), m.Decimals];
        }
    }
}
