using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

/// <summary>What a superior lets the owner of an objective decide by himself (S6.6, S7.2).</summary>
internal sealed class AuthorityGrant : IPart
{
    public const int MaxScopeLength = 1000;

    private AuthorityGrant()
    {
    }

    public AuthorityGrantId Id { get; private set; }

    public ObjectiveId ObjectiveId { get; private set; }

    public Guid Root => ObjectiveId.Value;

    public PersonId ById { get; private set; }

    public PersonId ToId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Scope { get; private set; } = string.Empty;

    public decimal? LimitAmount { get; private set; }

    public string? LimitCurrency { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null for as long as the objective runs.</summary>
    public DateOnly? Until { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public static AuthorityGrant Give(
        Objective objective, string scope, decimal? limitAmount, string? limitCurrency, DateOnly from, DateOnly? until, PersonId by, DateTimeOffset now, AuthorityGrantId? id = null) => new()
    {
        Id = id ?? AuthorityGrantId.New(), ObjectiveId = objective.ObjectiveId, ById = by, ToId = objective.OwnerId, At = now, Scope = scope.Trim(), LimitAmount = limitAmount,
        LimitCurrency = limitCurrency, From = from, Until = until,
    };

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;
}
