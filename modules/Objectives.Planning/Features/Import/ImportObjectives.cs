using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Import;

/// <summary>
/// A cycle's objectives from a file: by their codes; where a row has none, by what an export in StratML called them, or by title, owner, unit and parent together. Administrators import for everyone, others what they
/// may write.
/// </summary>
/// <remarks>Fails with NOT_FOUND (cycle) and FORBIDDEN_BY_STATE (cycle past execution); rows fail as drafting, editing and moving do.</remarks>
internal static class ImportObjectives
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "目标编码"),
        new("title", "目标名称"),
        new("description", "说明"),
        ImportField.Choice<ObjectiveLevel>(
            "level", "层级",
            (ObjectiveLevel.Company, "公司"), (ObjectiveLevel.Team, "团队"), (ObjectiveLevel.Region, "区域"), (ObjectiveLevel.Customer, "客户"), (ObjectiveLevel.Position, "岗位"),
            (ObjectiveLevel.Personal, "个人")),
        new("parentCode", "上级目标编码") { Input = "parentId" },
        new("parentRow", "上级目标行号") { IsText = false },
        new("contribution", "对上级目标的贡献"),
        new("ownerEmployeeNumber", "负责人工号") { Input = "ownerId" },
        new("unitCode", "单位编码") { Input = "unitId" },
        new("regionCode", "区域编码") { Input = "regionId" },
        new("customerCode", "客户编码") { Input = "customerId" },
        new("positionCode", "岗位编码") { Input = "positionId" },
        new("responsibility", "职责") { Input = "responsibilityId" },
        new("strategyElement", "战略要素") { Input = "strategyElementId" },
        new("measureCode", "指标编码") { Input = "measureId" },
        new("baseline", "基准值") { IsText = false },
        new("target", "目标值") { IsText = false },
        new("lowerBound", "下限") { IsText = false },
        new("rollUpWeight", "汇总权重") { IsText = false },
        new("important", "重点目标") { IsText = false },
        new("measureName", "指标名称") { Hidden = true },
        new("unitOfMeasure", "计量单位") { Hidden = true },
        new("measureDecimals", "小数位数") { Hidden = true },
        new("milestoneMeasureCode", "里程碑指标编码") { Hidden = true },
        new("exportedId", "导出标识") { Hidden = true },
    ];

    [AllowedToEveryone]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(
        PlanningDb db, ImportEngine engine, ObjectiveAccess access, CallContext call, IMediator mediator, IValidator<DraftObjective.Command> validator, BusinessClock clock)
        : ICommandHandler<Command, ImportOutcome>
    {
        public async Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.Run.CycleId, cancellationToken);
            if (cycle is null)
                return Error.NotFound("cycleId");
            if (!cycle.TakesObjectives)
                return new Error(ErrorCode.ForbiddenByState, new("The cycle no longer takes objectives.", "该周期不再接受新目标。"), "cycleId");
            var names = new ObjectiveNames(db, mediator, call.Caller.Is(Role.Administrator));
            var importer = new ObjectiveImporter(db, cycle, new(call.Caller, await access.SightAsync(cancellationToken)), names, validator, clock, isTable: request.Run.Format != "STRATML");
            return await engine.RunAsync(request, importer, cancellationToken);
        }
    }
}

/// <summary>Whether the importing person may do with an objective what a row asks.</summary>
internal sealed class ObjectiveWriter(Caller caller, ObjectiveSight sight)
{
    private readonly bool _all = caller.Is(Role.Administrator);

    public Caller Caller => caller;

    public ObjectiveSight Sight => sight;

    public bool MayRead(Objective objective) => sight.MayRead(objective.Level, objective.OwnerId, objective.UnitId);

    public bool MayWrite(ObjectiveLevel level, PersonId owner, UnitId unit) => _all || sight.MayWrite(level, owner, unit);

    public Error? CheckHandOver(ObjectiveLevel level, ObjectiveContent before, ObjectiveContent after) => _all ? null : EditObjective.CheckHandOver(sight, level, before, after);
}
