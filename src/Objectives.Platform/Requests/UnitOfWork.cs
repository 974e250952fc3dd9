using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Modules;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Platform.Requests;

/// <summary>
/// Last before the handler: one transaction that holds the rows, their history, the events and the stored answer, or nothing. A conflict with
/// another transaction is met by doing the whole command again, a few times.
/// </summary>
public sealed class UnitOfWork<TRequest, TResponse>(IServiceProvider services, ModuleCatalog modules, CallContext call, BusinessClock clock, Recorder recorder, CommandGate gate, GroupWriter writer)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IResult<TResponse>
{
    private const int Attempts = 6;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is IWithoutTransaction)
            return await next();
        var db = modules.DbFor(typeof(TRequest), services);
        var changes = request is not IAddsOnly adds ? RowChanges.Any : adds.IsOneBatch && GroupWriter.Serves(db.Kind) ? RowChanges.AddsTogether : RowChanges.AddsOnly;
        using var expected = changes == RowChanges.AddsTogether ? writer.Expect() : null;
        await using var turn = changes == RowChanges.AddsTogether ? null : await gate.EnterAsync(db, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(db, turn, changes, request, next, cancellationToken);
            }
            catch (Exception e) when (Database.IsContention(e) || Database.IsUniqueViolation(e))
            {
                Telemetry.Conflicts.Add(1);
                db.Forget();
                if (attempt == Attempts)
                    return TResponse.Failed([new(ErrorCode.Conflict, new("Others are changing the same records; send it again.", "其他人正在修改同一记录，请重新提交。"))]);
                await Task.Delay(Random.Shared.Next(5, 20 << attempt), cancellationToken);
            }
        }
    }

    private async Task<TResponse> OnceAsync(ModuleDb db, CommandGate.Turn? turn, RowChanges changes, TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        await using var transaction = changes == RowChanges.AddsTogether ? null : await db.Database.BeginTransactionAsync(cancellationToken);
        var key = call.IdempotencyKey;
        var requestHash = key is null ? null : HashOf(request);
        if (await StoredAsync(db, key, requestHash, cancellationToken) is { } told)
            return told;
        var work = request as IDailyCommand;
        if (work is not null && await db.Set<PeriodicRun>().AnyAsync(r => r.Job == ActionName && r.Period == work.Period, cancellationToken))
            return TResponse.Failed([new(ErrorCode.Duplicate, new("This was done for that day.", "当日任务已执行。"))]);
        var response = await next();
        if (!response.IsSuccess || response.Outcome is ITrial { Undone: true })
        {
            if (transaction is not null)
                await transaction.RollbackAsync(cancellationToken);
            db.Forget();
            // The same, sent at once, may have been done meanwhile, which is why it cannot be done now.
            return await StoredAsync(db, key, requestHash, cancellationToken) ?? response;
        }
        var now = clock.GetUtcNow();
        if (key is not null)
            db.StoredAnswers.Add(new() { PersonId = call.Caller.Id.Value, Key = key, RequestHash = requestHash!, Answer = JsonSerializer.Serialize(response, AnswerJson.Options), At = now });
        if (work is not null)
            db.Set<PeriodicRun>().Add(new() { Job = ActionName, Period = work.Period, At = now });
        var raised = await recorder.SaveAsync(db, ActionName, (request as IReasoned)?.Reason, call.Caller, now, cancellationToken, changes);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
            await transaction.DisposeAsync();
        }
        if (turn is not null)
            await turn.KeptAsync();
        recorder.Committed(raised);
        return response;
    }

    /// <summary>The answer that was given to the key; null when it has not been used.</summary>
    private async Task<TResponse?> StoredAsync(ModuleDb db, string? key, string? requestHash, CancellationToken cancellationToken)
    {
        if (key is null || await db.StoredAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == call.Caller.Id.Value && a.Key == key, cancellationToken) is not { } stored)
            return null;
        return stored.RequestHash == requestHash
            ? JsonSerializer.Deserialize<TResponse>(stored.Answer, AnswerJson.Options)!
            : TResponse.Failed([new(ErrorCode.Conflict, new("This Idempotency-Key was used for another request; choose a new one.", "该 Idempotency-Key 已用于另一请求，请更换。"))]);
    }

    private static readonly string ActionName = RequestNames.ActionOf(typeof(TRequest));

    private static string HashOf(TRequest request)
        => Convert.ToHexStringLower(SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes(ActionName), .. request is IConfidential ? [] : JsonSerializer.SerializeToUtf8Bytes(request, AnswerJson.Options)]));
}
