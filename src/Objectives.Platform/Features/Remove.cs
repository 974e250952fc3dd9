using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features;

/// <summary>One mutation removes what the modules say can be removed, by the type in its id.</summary>
internal static class Remove
{
    public sealed record Answer(string? RemovedId, IReadOnlyList<Error> UserErrors);

    public static async Task<object?> RunAsync(ApiBuilder api, FieldCall call)
    {
        var input = call.Args.Input;
        var id = input.Get<string>("id")!;
        if (!GlobalId.TryDecode(id, out var type, out var key) || !api.Removers.TryGetValue(type, out var remove))
            return new Answer(null, [Error.NotFound("id")]);
        var result = await remove(key, input.Get<long?>("expectedVersion"), input.Get<string>("reason"), call);
        return new Answer(result.IsSuccess ? id : null, result.Errors);
    }
}
