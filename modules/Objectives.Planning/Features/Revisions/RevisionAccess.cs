using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Revisions;

/// <summary>Who may read revisions: as negotiations are read, and whoever asked for them. Who decides one: those above the requester, and executives (S7.5).</summary>
internal sealed class RevisionAccess(PlanningDb db, ObjectiveAccess access, IMediator mediator)
{
    public async Task<IQueryable<TargetRevision>> ReadableAsync(PlanningDb from, Caller caller, CancellationToken cancellationToken)
    {
        var readable = from.Objectives.Where((await access.SightAsync(cancellationToken)).MayReadNegotiation<Objective>());
        return from.TargetRevisions.Where(r => r.RequestedById == caller.Id || readable.Any(o => o.ObjectiveId == r.ObjectiveId));
    }

    /// <summary>That nobody decides his own is told as such.</summary>
    public async Task<Access> MayDecideAsync(TargetRevisionId id, Caller caller, CancellationToken cancellationToken)
    {
        if (await (await ReadableAsync(db, caller, cancellationToken)).AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } revision)
            return Access.NotFound;
        if (revision.RequestedById == caller.Id || caller.Is(Role.Executive))
            return Access.Granted;
        return (await mediator.Send(new Superiors([revision.RequestedById]), cancellationToken))[revision.RequestedById].Contains(caller.Id) ? Access.Granted : Access.Forbidden;
    }

    /// <summary>Null while the revision is in a state; else an error that tells who brought it to another.</summary>
    public async Task<Error?> CheckStatusAsync(TargetRevision revision, RevisionStatus status, CancellationToken cancellationToken)
    {
        if (revision.Status == status)
            return null;
        var name = revision.DecidedById is { } by ? (await mediator.Send(new CorrespondentsOf([by]), cancellationToken))[by].Name : null;
        return revision.CheckStatus(status, name);
    }

    public async Task<Access> MayWithdrawAsync(TargetRevisionId id, Caller caller, CancellationToken cancellationToken)
    {
        var requester = await (await ReadableAsync(db, caller, cancellationToken)).Where(r => r.Id == id).Select(r => (PersonId?)r.RequestedById).SingleOrDefaultAsync(cancellationToken);
        return requester is null ? Access.NotFound : requester == caller.Id ? Access.Granted : Access.Forbidden;
    }
}
