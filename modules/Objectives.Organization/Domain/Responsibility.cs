using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>A duty of a unit or position, which objectives may serve (S6.3). A retired one stays readable where it was named.</summary>
internal sealed class Responsibility : IPart
{
    public const int MaxTextLength = 500;
    public const int MaxCount = 50;

    private Responsibility()
    {
    }

    public ResponsibilityId Id { get; private set; }

    /// <summary>The unit or position.</summary>
    public Guid HolderId { get; private set; }

    public Guid Root => HolderId;

    public string Text { get; private set; } = string.Empty;

    /// <summary>Its place in the holder's list.</summary>
    public int Position { get; private set; }

    public bool Retired { get; private set; }

    public static Responsibility Create(Guid holderId, string text, int position, ResponsibilityId? id = null)
        => new() { Id = id ?? ResponsibilityId.New(), HolderId = holderId, Text = text.Trim(), Position = position };

    public void Reword(string text, int position)
    {
        Text = text.Trim();
        Position = position;
        Retired = false;
    }

    public void Retire() => Retired = true;
}
