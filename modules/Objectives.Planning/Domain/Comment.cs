using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

/// <summary>What someone says about an objective. Its author may remove it; its history stays.</summary>
internal sealed class Comment : Aggregate
{
    public const int MaxTextLength = 4000;

    private Comment()
    {
    }

    public CommentId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ObjectiveId SubjectId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public PersonId ById { get; private set; }

    public string Text { get; private set; } = string.Empty;

    /// <summary>People named in it, who are told.</summary>
    public List<Guid> Mentions { get; private set; } = [];

    public DateTimeOffset? RemovedAt { get; private set; }

    public static Comment Write(ObjectivePlace subject, PersonId by, string text, IEnumerable<PersonId> mentions, DateTimeOffset now, CommentId? id = null)
    {
        var comment = new Comment { Id = id ?? CommentId.New(), SubjectId = subject.Id, At = now, ById = by, Text = text.Trim(), Mentions = [.. mentions.Select(m => m.Value)] };
        comment.Raise(new CommentMade(comment.Id, subject.Id, subject.CycleId, by, [.. comment.Mentions.Select(m => new PersonId(m))]));
        return comment;
    }

    public void Remove(ObjectivePlace subject, DateTimeOffset now)
    {
        RemovedAt = now;
        Raise(new ObjectiveChanged(subject.Id, subject.CycleId, subject.Path));
    }
}
