using System.Diagnostics.Metrics;

namespace Objectives.Gateway.Transport;

/// <summary>Counts the event streams that are open now, over all transports; also the meter "Objectives.GraphQl".</summary>
internal sealed class ActiveSubscriptions : IDisposable
{
    public const string MeterName = "Objectives.GraphQl";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _cutOff;
    private int _count;

    public ActiveSubscriptions()
    {
        _meter.CreateObservableUpDownCounter("objectives.graphql.subscriptions", () => _count, description: "Open event streams.");
        _cutOff = _meter.CreateCounter<long>("objectives.graphql.subscribers_cut_off", description: "Subscribers that read too slowly.");
    }

    public int Count => Volatile.Read(ref _count);

    public void Opened() => Interlocked.Increment(ref _count);

    public void Closed() => Interlocked.Decrement(ref _count);

    public void CutOff() => _cutOff.Add(1);

    public void Dispose() => _meter.Dispose();
}
