using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Mail;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Platform.Features.Notifications;

/// <summary>What those who tell people of events stand on.</summary>
public sealed class Notifying(IMediator mediator, CallContext call, BusinessClock clock, CommandGate gate, Recorder recorder, MailWriter mail, MailSignal signal)
{
    private const int Portion = 500;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal BusinessClock Clock => clock;

    internal CommandGate Gate => gate;

    internal Recorder Recorder => recorder;

    internal MailSignal Mail => signal;

    public async Task<string> NameAsync(PersonId person, CancellationToken cancellationToken) => (await NamesAsync([person], cancellationToken))(person);

    public async Task<Func<PersonId, string>> NamesAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var known = await mediator.Send(new CorrespondentsOf([.. people.Distinct()]), cancellationToken);
        return person => known.GetValueOrDefault(person)?.Name ?? string.Empty;
    }

    /// <summary>Who leads a person: his direct superior; where he has none, every other executive.</summary>
    public async Task<IReadOnlyList<PersonId>> LeadersOfAsync(PersonId person, CancellationToken cancellationToken)
        => (await mediator.Send(new Superiors([person]), cancellationToken)).GetValueOrDefault(person) is [var direct, ..]
            ? [direct]
            : [.. (await mediator.Send(new HoldersOf(Role.Executive), cancellationToken)).Where(p => p != person)];

    /// <summary>Whoever tells asks as the program itself, and sees to it that he tells people only what they may know.</summary>
    internal void ActAsProgram() => call.SignedIn ??= Caller.System;

    internal Task<IReadOnlyDictionary<PersonId, Correspondent>> ReceiversAsync(IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
        => mediator.Send(new CorrespondentsOf([.. notices.SelectMany(n => n.To).Distinct()]), cancellationToken);

    /// <summary>Writes what is told with the consumer's transaction, in the order in which it is given; who has left is told nothing.</summary>
    internal async Task TellAsync(ModuleDb db, IReadOnlyList<Notice> notices, IReadOnlyDictionary<PersonId, Correspondent> people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Notification> told = [.. notices.SelectMany((n, i) => n.To.Distinct().Where(p => people.TryGetValue(p, out var one) && one.Active).Select(p => new Notification
        {
            Id = NotificationId.New().Value,
            PersonId = p,
            Kind = n.Kind.Name,
            SubjectType = n.SubjectType,
            SubjectId = n.SubjectId,
            Arguments = JsonSerializer.Serialize(n.Arguments, Json),
            At = now.AddMicroseconds(i),
        }))];
        await mail.WriteAsync(db, told, people, cancellationToken);
        await db.InsertDerivedAsync(told, cancellationToken);
        foreach (var portion in told.Chunk(Portion))
            db.Raise(new NotificationsArrived([.. portion.Select(n => new ArrivedNotification(new(n.Id), n.PersonId))]));
    }
}

/// <summary>Tells people of an event, each once however often it is delivered.</summary>
public abstract class Notifier<TEvent>(ModuleDb db, Notifying notifying) : Consumer<TEvent>(db, notifying.Clock, notifying.Gate, notifying.Recorder)
    where TEvent : IIntegrationEvent
{
    private readonly ModuleDb _db = db;
    private readonly Notifying _notifying = notifying;
    private IReadOnlyList<TEvent>? _prepared;
    private IReadOnlyList<Notice> _notices = [];
    private IReadOnlyDictionary<PersonId, Correspondent> _people = new Dictionary<PersonId, Correspondent>();

    /// <summary>Nobody is told less because of what others are told.</summary>
    public sealed override bool TakesMany => true;

    protected sealed override Task HandleAsync(TEvent @event, CancellationToken cancellationToken) => HandleAsync([@event], cancellationToken);

    protected sealed override async Task PrepareAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        _notifying.ActAsProgram();
        _notices = await NoticesOfAsync(events, cancellationToken);
        _people = await _notifying.ReceiversAsync(_notices, cancellationToken);
        _prepared = events;
    }

    protected sealed override async Task HandleAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(events, _prepared))
            await PrepareAsync(events, cancellationToken);
        if (_notices.Count > 0)
            await _notifying.TellAsync(_db, _notices, _people, cancellationToken);
    }

    protected sealed override void AfterCommit() => _notifying.Mail.Ring();

    protected abstract Task<IReadOnlyList<Notice>> NoticesOfAsync(TEvent @event, CancellationToken cancellationToken);

    /// <summary>For what comes often enough to be read together.</summary>
    protected virtual async Task<IReadOnlyList<Notice>> NoticesOfAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        foreach (var @event in events)
            notices.AddRange(await NoticesOfAsync(@event, cancellationToken));
        return notices;
    }
}
