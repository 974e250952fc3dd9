using Objectives.Improvement.Features.Pulse;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Api;

internal static class PulseApi
{
    private sealed record Payload(bool Accepted, IReadOnlyList<Error> UserErrors);

    public static void Bind(ApiBuilder api)
    {
        api.Type<PulseModel>("PulseResult").Reference("unit", "Unit", p => p.UnitId.Value);
        api.Type<Payload>("AnswerPulsePayload");
        api.Type<OpenPulseModel>("OpenPulse");
        api.Query("openPulse", call => call.Args.To<ReadOpenPulse.Query>());
        api.Query("pulse", call => call.Args.To<ReadPulse.Query>());
        api.Mutation<AnswerPulse.Command, bool>("answerPulse", (accepted, _) => Task.FromResult<object?>(new Payload(accepted, [])), errors => new Payload(false, errors));
    }
}
