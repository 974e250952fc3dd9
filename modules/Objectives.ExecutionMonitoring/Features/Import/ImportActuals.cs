using MediatR;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Import;

/// <summary>
/// What was reached of a cycle's objectives from a file, by the rules of <see cref="Actuals.RecordActuals"/> (S7.3): everyone imports what he may record. A period that has the same figure already is left as
/// it is; one that has another is told, since whoever changes a figure says why.
/// </summary>
internal static class ImportActuals
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("objectiveCode", "目标编码") { Input = "objectiveId" },
        new("period", "期间"),
        new("value", "实际值") { IsText = false },
        new("numerator", "分子") { IsText = false },
        new("denominator", "分母") { IsText = false },
        new("note", "说明"),
        new("evidenceUrl", "证据链接"),
        new("objectivePath", "目标路径") { Hidden = true },
        new("unitOfMeasure", "计量单位") { Hidden = true },
        new("exportedId", "导出标识") { Hidden = true },
    ];

    [AllowedToEveryone]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(ExecutionMonitoringDb db, ImportEngine engine, CallContext call, IMediator mediator, BusinessClock clock) : ICommandHandler<Command, ImportOutcome>
    {
        public async Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = request.Run.CycleId!.Value;
            return (await mediator.Send(new Contracts.Planning.CycleCalendars([cycle]), cancellationToken)).ContainsKey(cycle)
                ? await engine.RunAsync(request, new ActualImporter(db, cycle, mediator, call.Caller.Id, clock.GetUtcNow()), cancellationToken)
                : Error.NotFound("cycleId");
        }
    }
}
