using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Deletes uploaded files that have served their time, by the system clock.</summary>
internal static class PurgeUploads
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Daily : IDailyWork
    {
        public IDailyCommand CommandFor(DateOnly day) => new Command(day);
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(PlatformDb db, TimeProvider systemClock, IOptions<ImportLimits> limits) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var before = systemClock.GetUtcNow() - limits.Value.KeepUploads;
            var old = db.Uploads.Where(u => u.At < before);
            await db.UploadChunks.Where(c => old.Any(u => u.Id == c.UploadId)).ExecuteDeleteAsync(cancellationToken);
            return await old.ExecuteDeleteAsync(cancellationToken);
        }
    }
}
