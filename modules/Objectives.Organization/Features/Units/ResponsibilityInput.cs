using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Units;

/// <summary>An entry with an id is kept or reworded, one without is new, one left out is retired.</summary>
internal sealed record ResponsibilityInput(ResponsibilityId? Id, string Text)
{
    /// <summary>Brings a holder's list to what was given; left out, it stays as it is.</summary>
    public static async Task<Error?> ApplyAsync(OrganizationDb db, Guid holder, Optional<IReadOnlyList<ResponsibilityInput>> given, CancellationToken cancellationToken)
    {
        if (!given.IsGiven)
            return null;
        var wanted = given.Value ?? [];
        var existing = await db.Responsibilities.Where(r => r.HolderId == holder).ToDictionaryAsync(r => r.Id, cancellationToken);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Id is not { } id)
                db.Responsibilities.Add(Responsibility.Create(holder, wanted[i].Text, i));
            else if (existing.Remove(id, out var kept))
                kept.Reword(wanted[i].Text, i);
            else
                return Error.NotFound($"responsibilities.{i}.id");
        }
        foreach (var left in existing.Values)
            left.Retire();
        return null;
    }

    public sealed class Validator : AbstractValidator<ResponsibilityInput>
    {
        public Validator() => RuleFor(r => r.Text).RequiredText(Responsibility.MaxTextLength);
    }
}
