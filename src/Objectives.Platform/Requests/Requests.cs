using System.Globalization;
using System.Text.Json;
using MediatR;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

public interface ICommand;

/// <summary>A use case that changes something: one transaction, its audit entries, its events and its stored answer.</summary>
public interface ICommand<T> : ICommand, IRequest<Result<T>>;

/// <summary>A command that writes nothing in a transaction of its own: it starts or stops work that does.</summary>
public interface IWithoutTransaction;

/// <summary>
/// A command whose handler reads, and adds rows, but changes none and runs no statement that does: it holds no transaction, and what it adds goes to the database together with what others add at the same time,
/// all that is its own or nothing (<see cref="Data.GroupWriter"/>). Rows that it adds do not refer to each other.
/// </summary>
public interface IAddsOnly
{
    /// <summary>Whether it adds so few rows that one batch holds them.</summary>
    bool IsOneBatch => true;
}

/// <summary>An answer that may say only what would have been: then the transaction that found it out is undone.</summary>
public interface ITrial
{
    bool Undone { get; }
}

/// <summary>A reason that the change keeps in its history.</summary>
public interface IReasoned
{
    string? Reason { get; }
}

/// <summary>A command whose content nobody is to find out afterwards: with its Idempotency-Key no trace of it is kept, so that the same key gives the first answer whatever is sent with it.</summary>
public interface IConfidential;

public interface IQuery;

/// <summary>A use case that reads. Its handler filters by what the caller may see.</summary>
public interface IQuery<out T> : IQuery, IRequest<T>;

public interface ICommandHandler<TCommand, TValue> : IRequestHandler<TCommand, Result<TValue>>
    where TCommand : ICommand<TValue>;

public interface IQueryHandler<TQuery, TValue> : IRequestHandler<TQuery, TValue>
    where TQuery : IQuery<TValue>;

/// <summary>Work that a business day asks for, done once for it whoever asks and however often: its row (job, day) is written in the work's transaction.</summary>
public interface IDailyCommand : ICommand<int>
{
    DateOnly Day { get; }

    string Period => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public static class RequestNames
{
    /// <summary>A use case's name in the history and as a periodic job: of <c>DraftObjective.Command</c> "draftObjective".</summary>
    public static string ActionOf(Type request) => JsonNamingPolicy.CamelCase.ConvertName(request.DeclaringType?.Name ?? request.Name);
}
