using MediatR;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Meetings;

/// <summary>What holds for calling and holding office meetings (S7.4).</summary>
internal sealed class MeetingRules(IMediator mediator, DeviationSight sight)
{
    /// <summary>Whoever leads the unit or one above it, and executives.</summary>
    public async Task<Access> MayHoldAsync(UnitId unit, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new Whereabouts([], [unit], [], [], [], []), cancellationToken)).UnitParents.ContainsKey(unit))
            return Access.NotFound;
        return await sight.LeadsAsync(unit, cancellationToken) ? Access.Granted : Access.Forbidden;
    }

    public async Task<Error?> CheckAsync(UnitId unit, OfficeLevel level, IReadOnlyList<PersonId> people, string peopleField, CancellationToken cancellationToken)
    {
        if (level == OfficeLevel.Company && await mediator.Send(new RootUnit(), cancellationToken) != unit)
            return new(ErrorCode.UnitMismatch, new("The company's office meeting is of the company itself.", "公司办公会议应属于公司本级。"), "unitId");
        var found = await mediator.Send(new Whereabouts([.. people.Distinct()], [], [], [], [], []), cancellationToken);
        return people.Index().Where(p => !found.SuperiorOf.ContainsKey(p.Item)).Select(p => Error.NotFound($"{peopleField}.{p.Index}")).FirstOrDefault();
    }
}
