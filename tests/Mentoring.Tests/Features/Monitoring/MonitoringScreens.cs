using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Monitoring;

sealed class MonitoringScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/school/$orgId/", "curator"),
        new("/analytics/$territory/", "analyst"),
        new("/analytics/$territory/report", "analyst"),
        new("/territory/$territory/deficits", "analyst"),
        new("/indicators/", "curator"),
        new("/indicators/$indicator", "analyst", ListedOn: "/indicators"),
        new("/analytics/$territory/", "federal", "?view=map"),
        new("/analytics/$territory/", "federal", "?view=table"),
        new("/analytics/$territory/", "federal", "?view=series"),
    ];
}
