using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Api.Features.Monitoring;

/// <summary>
/// Dashboards are asked for again and again and change with a roll-up, and with the month in which they are read: both are
/// their entity tag, so that an unchanged one costs one small read and no body.
/// </summary>
public static class Freshness
{
    public static EntityTagHeaderValue Tag(MonitoringSql.StateRow state, TimeProvider time) => new(
        string.Create(CultureInfo.InvariantCulture, $"\"{state.ChangedAt.Ticks:x}-{state.Newest:yyyyMM}-{MonitoringSql.Month(time):yyyyMM}\""), isWeak: true);
}
