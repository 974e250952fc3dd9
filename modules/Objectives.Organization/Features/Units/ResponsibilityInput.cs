using FluentValidation;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Units;

/// <summary>An entry with an id is kept or reworded, one without is new, one left out is retired.</summary>
internal sealed record ResponsibilityInput(ResponsibilityId? Id, string Text)
{
    /// <summary>Each id is one of the holder's, and named once.</summary>
    public static Error? Check(IReadOnlyList<Responsibility> existing, Optional<IReadOnlyList<ResponsibilityInput>> given)
    {
        var open = existing.Select(r => r.Id).ToHashSet();
        var wanted = given.Value ?? [];
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Id is { } id && !open.Remove(id))
                return Error.NotFound($"responsibilities.{i}.id");
        }
        return null;
    }

    /// <summary>Brings a holder's list to what was given; left out, it stays as it is.</summary>
    public static void Apply(OrganizationDb db, Guid holder, IReadOnlyList<Responsibility> existing, Optional<IReadOnlyList<ResponsibilityInput>> given)
    {
        if (!given.IsGiven)
            return;
        var wanted = given.Value ?? [];
        var left = existing.ToDictionary(r => r.Id);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Id is not { } id)
                db.Responsibilities.Add(Responsibility.Create(holder, wanted[i].Text, i));
            else if (left.Remove(id, out var kept))
                kept.Reword(wanted[i].Text, i);
        }
        foreach (var duty in left.Values)
            duty.Retire();
    }

    public sealed class Validator : AbstractValidator<ResponsibilityInput>
    {
        public Validator() => RuleFor(r => r.Text).RequiredText(Responsibility.MaxTextLength);
    }
}
