using MediatR;
using Objectives.Contracts.Planning;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>What a cycle's stage allows: scorecards are set until it is closed; people are appraised in its appraisal, and in its execution when its last day is over.</summary>
internal static class StageGate
{
    public static async Task<Error?> CheckOpenAsync(IMediator mediator, CycleId cycle, string field, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new AppraisalCalendars([cycle]), cancellationToken)).GetValueOrDefault(cycle) is not { } calendar)
            return Error.NotFound(field);
        return calendar.Stage == CycleStage.Closed ? new Error(ErrorCode.ForbiddenByState, new("The cycle is closed.", "目标周期已关闭。"), field) : null;
    }

    public static async Task<Error?> CheckAppraisesAsync(IMediator mediator, CycleId cycle, CancellationToken cancellationToken)
        => (await mediator.Send(new AppraisalCalendars([cycle]), cancellationToken))[cycle].Appraises
            ? null
            : new Error(ErrorCode.ForbiddenByState, new("People are appraised when the cycle's last day is over, until it is closed.", "周期最后一天结束后至关闭前，方可进行考核。"), "scorecardId");
}
