using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Planning.Features.Findings;

/// <summary>Blocking findings that nobody waived stop commitment (S6.11). Open requests for help do so whether waived or not, and are told by who signs.</summary>
internal sealed class BlockingFindings(PlanningDb db) : ICommitmentGuard
{
    public async Task<IReadOnlyList<CommitmentObstacle>> FindAsync(CommitmentAttempt attempt, CancellationToken cancellationToken)
    {
        var rows = await db.Findings.Where(f => f.ObjectiveId == attempt.ObjectiveId && f.Severity == FindingSeverity.Blocking && !f.Waived && f.Kind != FindingKind.SupportOpen)
            .ToRows(db, db.Objectives).ToListAsync(cancellationToken);
        var codes = await db.CodesOfAsync(rows, cancellationToken);
        return [.. rows.Select(r =>
        {
            var figures = r.Figures(codes);
            var (message, proposal) = (FindingTexts.Message(figures), FindingTexts.Proposal(figures));
            return new CommitmentObstacle(
                nameof(ErrorCode.BlockedByFinding), $"{message.English} {proposal.English}", message.Chinese + proposal.Chinese,
                new Dictionary<string, object?> { ["finding"] = EnumNames.Of(r.Kind), ["findingId"] = GlobalId.Encode("Finding", r.Id.Value) });
        })];
    }
}
