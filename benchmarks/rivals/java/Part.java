import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.common.decorator.SelectionFilter;
import java.util.List;

/** What is chosen for one activity: when it starts, who holds it, in which room it is. */
@PlanningEntity
public class Part {
    @PlanningId
    public Integer id;

    @ValueRangeProvider(id = "slots")
    public List<Integer> slots;

    @ValueRangeProvider(id = "panels")
    public List<Integer> panels;

    @ValueRangeProvider(id = "rooms")
    public List<Integer> rooms;

    @PlanningVariable(valueRangeProviderRefs = {"slots"})
    public Integer slot;

    @PlanningVariable(valueRangeProviderRefs = {"panels"})
    public Integer panel;

    @PlanningVariable(valueRangeProviderRefs = {"rooms"})
    public Integer room;

    public Part() {}

    Part(int id, Task.Work work) {
        this.id = id;
        slots = Task.listed(work.slots);
        panels = Task.listed(work.panels);
        rooms = Task.listed(work.rooms);
    }

    /** Those with a choice of panels. */
    public static class WithPanels implements SelectionFilter<Plan, Part> {
        @Override
        public boolean accept(ScoreDirector<Plan> director, Part part) {
            return part.panels.size() > 1;
        }
    }

    /** Those with a choice of rooms. */
    public static class WithRooms implements SelectionFilter<Plan, Part> {
        @Override
        public boolean accept(ScoreDirector<Plan> director, Part part) {
            return part.rooms.size() > 1;
        }
    }
}
