import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendable.BendableScore;
import java.util.ArrayList;
import java.util.List;

/** A plan: one level for what is broken, then a level for each stage. */
@PlanningSolution
public class Plan {
    @PlanningEntityCollectionProperty
    public List<Part> parts;

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = Task.LEVELS)
    public BendableScore score;

    public Task task;

    public Plan() {}

    Plan(Task task) {
        this.task = task;
        parts = new ArrayList<>();
        for (int i = 0; i < task.works.length; i++) {
            parts.add(new Part(i, task.works[i]));
        }
    }
}
