using Mentoring.Tests.Browser;

namespace Mentoring.Tests.Features.Common.Agenda;

sealed class AgendaScreens : IScreens
{
    public IReadOnlyList<Screen> All { get; } =
    [
        new("/today", "mentor"),
        new("/today", "mentee"),
        new("/today", "region"),
    ];
}
